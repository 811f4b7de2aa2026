# %% wrong: the difference of the two sides is divided by step instead of 2 * step, so the gradient is twice too large
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    grad = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[place] += step
        down[place] -= step
        grad[place] = (function(up) - function(down)) / step
    return grad
# %% wrong: the number that was moved is not put back (x itself is moved up by step and then down by 2 * step and stays there), so the caller's float64 array is changed and later places are measured at a shifted point
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    gradient = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        x[place] += step
        plus = function(x)
        x[place] -= 2 * step
        minus = function(x)
        gradient[place] = (plus - minus) / (2 * step)
    return gradient
# %% wrong: x is copied with its own dtype (not turned into float64), so for an array of whole numbers the step is cut off when it is stored and the gradient is wrong (a list raises an AttributeError)
def numerical_gradient(function, x, step=1e-5):
    grad = np.zeros(x.shape)
    for idx in np.ndindex(*x.shape):
        a = x.copy()
        a[idx] = x[idx] + step
        b = x.copy()
        b[idx] = x[idx] - step
        grad[idx] = (function(a) - function(b)) / (2 * step)
    return grad
# %% wrong: the loop runs over len(x), the first axis only, so for an array with two or more axes a whole row is moved at once and every number of the row gets the sum of the row's gradients (right for one axis)
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, float)
    g = np.zeros_like(x)
    for i in range(len(x)):
        xp = x.copy()
        xm = x.copy()
        xp[i] += step
        xm[i] -= step
        g[i] = (function(xp) - function(xm)) / (2 * step)
    return g
# %% right: the rows of a scaled identity are the moves
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    moves = step * np.eye(x.size)
    slopes = [(function(x + m.reshape(x.shape)) - function(x - m.reshape(x.shape))) / (2 * step)
              for m in moves]
    return np.array(slopes, dtype=np.float64).reshape(x.shape)
