# %% wrong: one-sided differences in place of central ones
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    base = function(x)
    gradient = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        moved = x.copy()
        moved[place] += step
        gradient[place] = (function(moved) - base) / step
    return gradient


# %% wrong: goes along the first axis only, so a whole row of x is moved at a time
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for i in range(len(x)):
        e = np.zeros_like(x)
        e[i] = step
        grad[i] = (function(x + e) - function(x - e)) / (2 * step)
    return grad


# %% wrong: keeps the type of x, so the step is lost in whole numbers and the gradient is 0
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        plus = x.copy()
        minus = x.copy()
        plus[i] = plus[i] + step
        minus[i] = minus[i] - step
        grad[i] = (function(plus) - function(minus)) / (2 * step)
    return grad


# %% right: a list of unit vectors from the identity matrix
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    units = np.eye(x.size).reshape(x.size, *x.shape)
    slopes = [(function(x + step * unit) - function(x - step * unit)) / (2 * step) for unit in units]
    return np.array(slopes, dtype=np.float64).reshape(x.shape)
