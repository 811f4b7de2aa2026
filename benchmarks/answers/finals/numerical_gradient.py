# %% wrong: a one-sided difference
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    base = function(x)
    slope = np.empty(x.shape)
    for place in np.ndindex(*x.shape):
        moved = x.copy()
        moved[place] += step
        slope[place] = (function(moved) - base) / step
    return slope
# %% wrong: divided by step and not by 2 * step
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    g = np.zeros(x.size)
    for i in range(x.size):
        e = np.zeros(x.size)
        e[i] = step
        e = e.reshape(x.shape)
        g[i] = (function(x + e) - function(x - e)) / step
    return g.reshape(x.shape)
# %% wrong: the copy keeps the type of x: with whole numbers the step is cut off, so the slopes are 0 or wild, and with float32 it is lost in rounding
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] = up[index] + step
        down[index] = down[index] - step
        gradient[index] = (function(up) - function(down)) / (2 * step)
    return gradient
# %% wrong: the gradient comes back flat, without the shape of x
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, float)
    flat = x.ravel()
    slopes = []
    for i, value in enumerate(flat.tolist()):
        ends = []
        for sign in (1, -1):
            changed = flat.copy()
            changed[i] = value + sign * step
            ends.append(function(changed.reshape(x.shape)))
        slopes.append((ends[0] - ends[1]) / (2 * step))
    return np.array(slopes)
# %% wrong: moves all numbers at once, so every place gets the same directional slope
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, np.float64)
    slope = (function(x + step) - function(x - step)) / (2 * step)
    return np.full(x.shape, slope)
# %% wrong: two mistakes: it steps in the caller's own array, and only forwards, but divides by 2 * step
def numerical_gradient(function, x, step=1e-5):
    gradient = np.zeros(np.shape(x))
    for i in np.ndindex(gradient.shape):
        x[i] += step
        up = function(x)
        x[i] -= step
        gradient[i] = (up - function(x)) / (2 * step)
    return gradient
# %% right: on one float64 copy that is put back after each place
def numerical_gradient(function, x, step=1e-5):
    work = np.array(x, dtype=np.float64)
    gradient = np.zeros_like(work)
    it = np.nditer(work, flags=["multi_index"])
    for value in it:
        at, kept = it.multi_index, float(value)
        work[at] = kept + step
        higher = function(work.copy())
        work[at] = kept - step
        lower = function(work.copy())
        work[at] = kept
        gradient[at] = (higher - lower) / (2 * step)
    return gradient
