# %% wrong: the two copies are made once before the loop and never set back, so the steps of all earlier places stay in and each number is a running sum of the gradients so far
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    gradient = np.zeros_like(x)
    up, down = x.copy(), x.copy()
    for place in np.ndindex(x.shape):
        up[place] += step
        down[place] -= step
        gradient[place] = (function(up) - function(down)) / (2 * step)
    return gradient
# %% wrong: x is not turned into floats, so for whole-number x the step is cut off (3 + 0.00001 stored as 3) and the gradient is wrong
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(*x.shape):
        plus = x.copy()
        plus[idx] += step
        minus = x.copy()
        minus[idx] -= step
        grad[idx] = (function(plus) - function(minus)) / (2 * step)
    return grad
# %% wrong: the difference is one-sided, (f(x + step) - f(x)) / step, not central, so it has an error of about step times half the curvature
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=float)
    base = function(x.copy())
    flat = []
    for k in range(x.size):
        moved = x.copy()
        moved.reshape(-1)[k] += step
        flat.append((function(moved) - base) / step)
    return np.array(flat).reshape(x.shape)
# %% wrong: divides the central difference by step, not by 2 * step, so every gradient is twice too large
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, float)
    result = np.empty(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + step
        f_plus = function(x)
        x[i] = old - step
        f_minus = function(x)
        x[i] = old
        result[i] = (f_plus - f_minus) / step
    return result
# %% right: unit vectors from the identity matrix
def numerical_gradient(function, x, step=1e-5):
    start = np.array(x, dtype=np.float64)
    slopes = [(function(start + step * unit.reshape(start.shape))
               - function(start - step * unit.reshape(start.shape))) / (2 * step)
              for unit in np.eye(start.size)]
    return np.array(slopes, dtype=np.float64).reshape(start.shape)
