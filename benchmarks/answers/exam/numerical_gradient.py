# %% wrong: plus and minus are the same array, all differences are 0
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=np.float64)
    gradient = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        plus = minus = x.copy()
        plus[place] += step
        minus[place] -= step
        gradient[place] = (function(plus) - function(minus)) / (2 * step)
    return gradient

# %% wrong: the copy keeps the type of x, so in whole numbers the step is cut off
def numerical_gradient(function, x, step=1e-5):
    gradient = np.zeros(np.shape(x))
    for place in np.ndindex(np.shape(x)):
        up, down = np.copy(x), np.copy(x)
        up[place] = up[place] + step
        down[place] = down[place] - step
        gradient[place] = (function(up) - function(down)) / (2 * step)
    return gradient

# %% wrong: minus step only brings the value back, one-sided difference over two steps
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        x[place] += step
        plus = function(x)
        x[place] -= step
        minus = function(x)
        gradient[place] = (plus - minus) / (2 * step)
    return gradient

# %% wrong: the function is given a flat array, not one in the shape of x
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=float)
    flat = x.ravel()
    gradient = np.zeros(flat.size)
    for i in range(flat.size):
        nudge = np.zeros(flat.size)
        nudge[i] = step
        gradient[i] = (function(flat + nudge) - function(flat - nudge)) / (2 * step)
    return gradient.reshape(x.shape)

# %% wrong: the places that were moved are not moved back, nudges collect
def numerical_gradient(function, x, step=1e-5):
    up, down = np.array(x, float), np.array(x, float)
    gradient = np.zeros(up.shape)
    for place in np.ndindex(up.shape):
        up[place] += step
        down[place] -= step
        gradient[place] = (function(up) - function(down)) / (2 * step)
    return gradient

# %% wrong: moves along the first axis only, whole rows are nudged at once
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in range(len(x)):
        up, down = x.copy(), x.copy()
        up[i] += step
        down[i] -= step
        gradient[i] = (function(up) - function(down)) / (2 * step)
    return gradient

# %% right: a unit array of the step for each place
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    slopes = []
    for i in range(x.size):
        nudge = np.zeros(x.size)
        nudge[i] = step
        nudge = nudge.reshape(x.shape)
        slopes.append((function(x + nudge) - function(x - nudge)) / (2 * step))
    return np.array(slopes, dtype=np.float64).reshape(x.shape)

# %% right: moves one copy there and back
def numerical_gradient(function, x, step=1e-5):
    moved = np.array(x, dtype=np.float64)
    gradient = np.zeros(moved.shape)
    for place in np.ndindex(moved.shape):
        old = moved[place]
        moved[place] = old + step
        above = function(moved)
        moved[place] = old - step
        below = function(moved)
        moved[place] = old
        gradient[place] = (above - below) / (2 * step)
    return gradient
