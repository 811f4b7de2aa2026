# %% wrong: begins at 0 instead of learning_rate
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * workers * min(1, step / warm_steps)
# %% wrong: the line goes on climbing behind warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * (1 + (workers - 1) * step / warm_steps)
# %% wrong: the top is reached one step too early, at warm_steps - 1 (ZeroDivisionError for warm_steps 1)
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(1, step / (warm_steps - 1))
    return learning_rate * (1 + (workers - 1) * share)
# %% wrong: integer division of the steps: a jump instead of a line
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(step // warm_steps, 1)
    return learning_rate + learning_rate * (workers - 1) * share
# %% wrong: climbs by powers, learning_rate · n ** share, not on a straight line
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(step / warm_steps, 1)
    return learning_rate * workers ** share
# %% wrong: the line climbs by n instead of n - 1, so it ends at n + 1 times and drops to n behind
def warm_up(step, learning_rate, workers, warm_steps):
    if step > warm_steps:
        return workers * learning_rate
    return learning_rate * (1 + workers * step / warm_steps)
# %% right: np.interp
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, workers * learning_rate]))
