# %% wrong: divides by step, but the two points are 2 * step apart: everything is twice too large, always
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=float)
    grad = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[place] += step
        minus[place] -= step
        grad[place] = (function(plus) - function(minus)) / step
    return grad
# %% wrong: x is copied with its own type: for whole numbers (integer x) the step is cut off and the gradient is wrong; right for floats
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x)          # a copy, so that x stays
    out = np.zeros(x.shape)
    for idx in np.ndindex(x.shape):
        hi = x.copy()
        lo = x.copy()
        hi[idx] = hi[idx] + step
        lo[idx] = lo[idx] - step
        out[idx] = (function(hi) - function(lo)) / (2 * step)
    return out
# %% wrong: the number is moved in x itself and not put back (x stays lower by step at each place): the argument is changed when it is a float64 array
def numerical_gradient(function, x, step=1e-5):
    v = np.asarray(x, dtype=np.float64)
    g = np.empty_like(v)
    for i in np.ndindex(v.shape):
        v[i] += step
        up = function(v)
        v[i] -= 2 * step
        down = function(v)
        g[i] = (up - down) / (2 * step)
    return g
# %% wrong: two mistakes: one-sided differences instead of central ones (shows with a wide step), and only the first axis is looped over, so that an x with two or more axes has whole rows moved at once
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    start = function(x)
    grad = np.zeros_like(x)
    for k in range(len(x)):
        moved = x.copy()
        moved[k] += step
        grad[k] = (function(moved) - start) / step
    return grad
# %% right: flat index, unit vectors, the step made into an array
def numerical_gradient(function, x, step=1e-5):
    point = np.array(x, dtype=np.float64)
    slopes = []
    for k in range(point.size):
        move = np.zeros(point.size)
        move[k] = step
        move = move.reshape(point.shape)
        rise = float(function(point + move)) - float(function(point - move))
        slopes.append(rise / (2.0 * step))
    return np.array(slopes, dtype=np.float64).reshape(point.shape)
