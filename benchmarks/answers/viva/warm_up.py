# %% wrong: the line is np.linspace with warm_steps points, so the top is reached at step warm_steps - 1, and the steps between the first and that one are too high (right for warm_steps of 1)
def warm_up(step, learning_rate, workers, warm_steps):
    line = np.linspace(learning_rate, workers * learning_rate, warm_steps)
    if step >= warm_steps:
        return workers * learning_rate
    return line[step]
# %% wrong: the share of the way is computed with //, so the rate stays at learning_rate until step warm_steps and then jumps
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(step // warm_steps, 1)
    return learning_rate * (1 + (workers - 1) * share)
# %% wrong: the rate climbs by equal factors (n to the power of the share) instead of along a straight line; both ends are right
def warm_up(step, learning_rate, workers, warm_steps):
    progress = min(1.0, step / warm_steps)
    return learning_rate * workers**progress
# %% wrong: two mistakes: the line begins at 0 instead of learning_rate, and it is not stopped at step warm_steps but climbs on
def warm_up(step, learning_rate, workers, warm_steps):
    top = learning_rate * workers
    return top * step / warm_steps
# %% right: np.interp holds the last value by itself
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, learning_rate * workers]))
