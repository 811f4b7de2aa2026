# %% wrong: the difference of f(x + step) and f(x - step) is divided by step, not by 2 * step, so every slope is twice too large
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[place] += step
        minus[place] -= step
        gradient[place] = (function(plus) - function(minus)) / step
    return gradient
# %% wrong: one-sided differences (f(x + step) - f(x)) / step instead of central ones
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, float)
    base = function(x.copy())
    slopes = np.empty(x.size)
    for n in range(x.size):
        moved = x.copy().reshape(-1)
        moved[n] += step
        slopes[n] = (function(moved.reshape(x.shape)) - base) / step
    return slopes.reshape(x.shape)
# %% wrong: one copy serves all places and is not moved back, so each place that is done stays at x - step for the later ones
def numerical_gradient(function, x, step=1e-5):
    moved = np.array(x, dtype=np.float64)
    gradient = np.zeros_like(moved)
    for place in np.ndindex(moved.shape):
        moved[place] += step
        up = function(moved)
        moved[place] -= 2 * step
        down = function(moved)
        gradient[place] = (up - down) / (2 * step)
    return gradient
# %% wrong: x is copied in its own dtype, not in float64: whole numbers swallow the step (slopes 0), float32 rounds it
def numerical_gradient(function, x, step=1e-5):
    x = np.array(x)
    gradient = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        ahead, behind = x.copy(), x.copy()
        ahead[place] += step
        behind[place] -= step
        gradient[place] = (function(ahead) - function(behind)) / (2 * step)
    return gradient
# %% right: rows of an identity matrix as directions
def numerical_gradient(function, x, step=1e-5):
    x = np.asarray(x, dtype=np.float64)
    directions = step * np.eye(x.size).reshape(x.size, *x.shape)
    slopes = [(function(x + way) - function(x - way)) / (2 * step) for way in directions]
    return np.array(slopes, dtype=np.float64).reshape(x.shape)
