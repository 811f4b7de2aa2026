# %% wrong: the gradient array takes the dtype of x, so for whole-number x every slope is cut to a whole number; right for float x
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x)
    slopes = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = step
        slopes[place] = (function(x + nudge) - function(x - nudge)) / (2 * step)
    return slopes
# %% wrong: two mistakes: each number is left one step below its value (float64 arrays that are passed in stay changed), and the difference is divided by step, not 2 * step, so slopes are about twice too large
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    grad = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        x[idx] += step
        plus = function(x)
        x[idx] -= 2 * step
        minus = function(x)
        grad[idx] = (plus - minus) / step
    return grad
# %% wrong: the step is taken relative to the number, h = step * |x|, so where x is 0 the answer is 0 / 0 = nan; right elsewhere
def numerical_gradient(function, x, step=1e-5):
    point = np.array(x, dtype=float)
    out = np.empty(point.shape)
    for where in np.ndindex(point.shape):
        h = np.float64(step * abs(point[where]))
        up, down = point.copy(), point.copy()
        up[where] += h
        down[where] -= h
        out[where] = np.float64(function(up) - function(down)) / (2 * h)
    return out
# %% wrong: the function is called with the single number x[i] moved, not with the whole array, so a function that indexes its argument raises (IndexError or TypeError), and others give the slopes of another function
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    flat = [(function(value + step) - function(value - step)) / (2 * step) for value in x.ravel()]
    return np.array(flat).reshape(x.shape)
# %% right: flat view of a float64 copy
def numerical_gradient(function, x, step=1e-5):
    moved = np.array(x, dtype=np.float64)
    gradient = np.zeros(moved.size)
    for k in range(moved.size):
        for sign in (1, -1):
            copy = moved.copy()
            copy.reshape(-1)[k] += sign * step
            gradient[k] += sign * float(function(copy))
    return (gradient / (2 * step)).reshape(moved.shape)
