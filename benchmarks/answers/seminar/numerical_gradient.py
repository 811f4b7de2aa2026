# %% wrong: forward difference instead of a central one; off by about step/2 times the bend, clearly seen with a large step
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    start = function(x)
    gradient = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        moved = x.copy()
        moved[place] += step
        gradient[place] = (function(moved) - start) / step
    return gradient
# %% wrong: divides by step instead of 2 * step, so every gradient is twice too large
def numerical_gradient(function, x, step=1e-5):
    pt = np.array(x, dtype=np.float64)
    g = np.empty_like(pt)
    for idx in np.ndindex(pt.shape):
        old = pt[idx]
        pt[idx] = old + step
        f_plus = function(pt)
        pt[idx] = old - step
        f_minus = function(pt)
        pt[idx] = old
        g[idx] = (f_plus - f_minus) / step
    return g
# %% wrong: keeps whole numbers as whole numbers, so x of ints loses the step and the gradient is nonsense
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x)          # copy
    result = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        a = x.copy()
        b = x.copy()
        a[i] += step
        b[i] -= step
        result[i] = (function(a) - function(b)) / (2 * step)
    return result
# %% wrong: goes over the first axis only and moves a whole row, so with two or more axes each place gets the sum of its row's gradients
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for k in range(len(x)):
        up, down = x.copy(), x.copy()
        up[k] += step
        down[k] -= step
        grad[k] = (function(up) - function(down)) / (2 * step)
    return grad
# %% right: flat unit vectors, reshaped
def numerical_gradient(function, x, step=1e-5):
    base = np.asarray(x, dtype=np.float64)
    slopes = []
    for number in range(base.size):
        push = np.zeros(base.size)
        push[number] = step
        push = push.reshape(base.shape)
        slopes.append((function(base + push) - function(base - push)) / (2.0 * step))
    return np.array(slopes, dtype=np.float64).reshape(base.shape)
