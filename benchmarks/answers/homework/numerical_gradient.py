# %% wrong: one-sided difference (visible where the function curves)
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    base = function(x)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        y = x.copy()
        y[i] += step
        grad[i] = (function(y) - base) / step
    return grad
# %% wrong: zeros_like(x) and copy keep the dtype: nothing for integers, noise for float32
def numerical_gradient(function, x, step=1e-5):
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        a, b = x.copy(), x.copy()
        a[i] += np.asarray(step).astype(x.dtype)
        b[i] -= np.asarray(step).astype(x.dtype)
        grad[i] = (function(a) - function(b)) / (2 * step)
    return grad
# %% wrong: divides by step, not by 2 step
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in range(x.size):
        e = np.zeros(x.size)
        e[i] = step
        e = e.reshape(x.shape)
        grad.flat[i] = (function(x + e) - function(x - e)) / step
    return grad
# %% wrong: moves all numbers at once: the slope along (1, 1, ...)
def numerical_gradient(function, x, step=1e-5):
    x = x.astype(float)
    return np.full(x.shape, (function(x + step) - function(x - step)) / (2 * step))
# %% wrong: flattens x for the function, too: functions that need the shape see another
def numerical_gradient(function, x, step=1e-5):
    flat = np.array(x, dtype=float).ravel()
    grad = np.zeros_like(flat)
    for i in range(len(flat)):
        old = flat[i]
        flat[i] = old + step
        up = function(flat)
        flat[i] = old - step
        grad[i] = (up - function(flat)) / (2 * step)
        flat[i] = old
    return grad.reshape(x.shape)
# %% wrong: does not put the number back: 'x stays' is true, but later slopes are taken elsewhere
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += step
        up = function(x)
        x[i] -= 2 * step
        grad[i] = (up - function(x)) / (2 * step)
        x[i] = 0
    return grad
# %% right: ndindex on a float copy
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        old = x[i]
        x[i] = old + step
        up = function(x)
        x[i] = old - step
        grad[i] = (up - function(x)) / (2 * step)
        x[i] = old
    return grad
# %% right: rows of an identity
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x).astype(np.float64)
    moves = step * np.eye(x.size).reshape((x.size,) + x.shape)
    return np.array([(function(x + e) - function(x - e)) / (2 * step) for e in moves]).reshape(x.shape)
