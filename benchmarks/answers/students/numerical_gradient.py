# %% wrong: one-sided (forward) difference instead of central; off by about step * f''/2 on any curved function
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    base = function(x)
    for index in np.ndindex(x.shape):
        moved = x.copy()
        moved[index] += step
        grad[index] = (function(moved) - base) / step
    return grad
# %% wrong: divides by step instead of 2 * step, so every slope is twice too large
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    grad = np.empty_like(x)
    for i in np.ndindex(*x.shape):
        up, down = x.copy(), x.copy()
        up[i] += step
        down[i] -= step
        grad[i] = (function(up) - function(down)) / step
    return grad
# %% wrong: keeps the dtype of x: with integer x, adding 1e-5 is cut off and the gradient is 0
def numerical_gradient(function, x, step=1e-5):
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up = x.copy()
        down = x.copy()
        up[i] = up[i] + step
        down[i] = down[i] - step
        grad[i] = (function(up) - function(down)) / (2 * step)
    return grad
# %% wrong: moves the number in x itself and never puts it back to where it was (x[i] stays at x - step; argument changed)
def numerical_gradient(function, x, step=1e-5):
    grad = np.zeros(x.shape, dtype=np.float64)
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        x[i] += step
        plus = function(x)
        x[i] -= 2 * step
        minus = function(x)
        grad[i] = (plus - minus) / (2 * step)
    return grad
# %% wrong: loops over len(x), which moves whole rows at once; only right for one-dimensional x
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    grad = np.zeros_like(x)
    for i in range(len(x)):
        plus = x.copy()
        plus[i] += step
        minus = x.copy()
        minus[i] -= step
        grad[i] = (function(plus) - function(minus)) / (2 * step)
    return grad
# %% wrong: ignores the argument step and uses its own 1e-5; differs when another step is asked for
def numerical_gradient(function, x, step=1e-5):
    x = x.astype(np.float64)
    h = 1e-5
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        grad[i] = (function(x + e) - function(x - e)) / (2 * h)
    return grad
# %% wrong: returns the gradient flat, shape (size,), instead of the shape of x
def numerical_gradient(function, x, step=1e-5):
    flat = np.array(x, dtype=float).ravel()
    grad = []
    for i in range(flat.size):
        plus, minus = flat.copy(), flat.copy()
        plus[i] += step
        minus[i] -= step
        grad.append((function(plus.reshape(x.shape)) - function(minus.reshape(x.shape))) / (2 * step))
    return np.array(grad)
# %% right: one row of the identity matrix per number, reshaped to x
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    moves = np.eye(x.size).reshape((x.size,) + x.shape) * step
    return np.array([function(x + m) - function(x - m) for m in moves], dtype=float).reshape(x.shape) / (2 * step)
# %% right: changes a float64 copy in place and restores the saved number each time
def numerical_gradient(function, x, step=1e-5):
    work = np.array(x, dtype=np.float64)
    grad = np.zeros(work.shape)
    for i in np.ndindex(work.shape):
        old = work[i]
        work[i] = old + step
        high = float(function(work))
        work[i] = old - step
        low = float(function(work))
        work[i] = old
        grad[i] = (high - low) / (2.0 * step)
    return grad
