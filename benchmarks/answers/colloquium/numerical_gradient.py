# %% wrong: divided by step and not by 2 * step, so the gradient is twice too large
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[place] += step
        minus[place] -= step
        grad[place] = (function(plus) - function(minus)) / step
    return grad
# %% wrong: x is copied in its own dtype, so for whole numbers the moved number is cut to a whole number again (3 + step stays 3, 3 - step becomes 2) and the gradient is far off, and in float32 it is spoilt by rounding; float64 is right
def numerical_gradient(function, x, step=1e-5):
    gradient = np.zeros(np.shape(x))
    for index in np.ndindex(np.shape(x)):
        up = np.array(x)
        up[index] += step
        down = np.array(x)
        down[index] -= step
        gradient[index] = (function(up) - function(down)) / (2 * step)
    return gradient
# %% wrong: the moved number is not put back after its turn, so all earlier numbers stay moved by -step while the later ones are measured and x itself (for float64 arrays) is changed
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    grad = np.empty(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += step
        high = function(x)
        x[i] -= 2 * step
        low = function(x)
        grad[i] = (high - low) / (2 * step)
    return grad
# %% wrong: the argument step is ignored: 1e-5 is used in place of whatever step was given
def numerical_gradient(function, x, step=1e-5):
    base = np.array(x, dtype=np.float64)
    h = 1e-5
    out = np.zeros(base.shape)
    for place in np.ndindex(base.shape):
        move = np.zeros(base.shape)
        move[place] = h
        out[place] = (function(base + move) - function(base - move)) / (2 * h)
    return out
# %% right: rows of an identity matrix as moves
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    moves = (step * np.eye(x.size)).reshape(x.size, *x.shape)
    slopes = [(function(x + m) - function(x - m)) / (2 * step) for m in moves]
    return np.array(slopes, dtype=np.float64).reshape(x.shape)
