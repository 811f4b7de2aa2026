# %% wrong: divides by step, not by 2 * step; every slope is twice too large
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    gradient = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[place] += step
        down[place] -= step
        gradient[place] = (function(up) - function(down)) / step
    return gradient
# %% wrong: one-sided differences (f(x + step) - f(x)) / step; off by about step times half of the second derivative wherever the function bends
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=float)
    here = function(x.copy())
    result = np.empty(x.shape)
    for idx in np.ndindex(x.shape):
        moved = x.copy()
        moved[idx] += step
        result[idx] = (function(moved) - here) / step
    return result
# %% wrong: the copies keep the dtype of x, so for whole numbers the step is cut off (wrong slopes, x - step becomes x - 1 or x), and float32 loses most digits
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x)
    grad = np.zeros(x.shape, dtype=np.float64)
    for i in np.ndindex(x.shape):
        plus = x.copy()
        minus = x.copy()
        plus[i] = plus[i] + step
        minus[i] = minus[i] - step
        grad[i] = (function(plus) - function(minus)) / (2 * step)
    return grad
# %% wrong: two mistakes: no copy, so an x in float64 is itself moved and stays one step lower at each place; and the loop goes over the first axis only, so an x with more axes has whole rows moved at once
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    g = np.zeros(x.shape)
    for k in range(len(x)):
        x[k] += step
        a = function(x)
        x[k] -= 2 * step
        b = function(x)
        g[k] = (a - b) / (2 * step)
    return g
# %% right: unit vectors, one reshape
def numerical_gradient(function, x, step=1e-5):
    start = np.array(x, dtype=np.float64)

    def at(shift):
        return np.float64(function((start.ravel() + shift).reshape(start.shape)))

    slopes = [(at(e) - at(-e)) / (2 * step) for e in step * np.eye(start.size)]
    return np.array(slopes, dtype=np.float64).reshape(start.shape)
