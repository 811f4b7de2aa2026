# %% wrong: one-sided differences (f(x + step) - f(x)) / step instead of central ones
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    gradient = np.zeros_like(x)
    here = function(x.copy())
    for place in np.ndindex(x.shape):
        moved = x.copy()
        moved[place] += step
        gradient[place] = (function(moved) - here) / step
    return gradient
# %% wrong: divides by step instead of 2 * step, so all gradients are twice as large
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    gradient = np.empty(x.shape)
    for i in np.ndindex(*x.shape):
        plus, minus = x.copy(), x.copy()
        plus[i] += step
        minus[i] -= step
        gradient[i] = (function(plus) - function(minus)) / step
    return gradient
# %% wrong: moves the numbers of x itself and does not move them back, so a float64 x is changed (each number ends one step lower) and later slopes are measured at a shifted place
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += step
        above = function(x)
        x[index] -= 2 * step
        below = function(x)
        grad[index] = (above - below) / (2 * step)
    return grad
# %% wrong: the copies keep the dtype of x, so with whole numbers the step is cut off and the gradient is nonsense (and float32 loses digits)
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x)
    result = np.zeros(x.shape)
    for where in np.ndindex(x.shape):
        up = x.copy()
        down = x.copy()
        up[where] = x[where] + step
        down[where] = x[where] - step
        result[where] = (function(up) - function(down)) / (2 * step)
    return result
# %% right: comprehension over the rows of a scaled identity matrix
def numerical_gradient(function, x, step=1e-5):
    point = np.array(x, dtype=np.float64)
    flat = point.ravel()
    moves = step * np.eye(flat.size)
    slopes = [
        (float(function((flat + move).reshape(point.shape))) - float(function((flat - move).reshape(point.shape))))
        / (2 * step)
        for move in moves
    ]
    return np.array(slopes).reshape(point.shape)
