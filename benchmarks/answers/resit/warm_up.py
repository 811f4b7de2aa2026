# %% wrong: the share is (step + 1) / warm_steps, one step ahead: step 0 is above learning_rate already
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(1, (step + 1) / warm_steps)
    return learning_rate * (1 + (workers - 1) * share)
# %% wrong: two mistakes: the line begins at 0 instead of at learning_rate, and nothing stops it at warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    return workers * learning_rate * step / warm_steps
# %% wrong: the rate climbs as a power, workers ** share, not along a straight line; both ends are right
def warm_up(step, learning_rate, workers, warm_steps):
    share = np.clip(step / warm_steps, 0, 1)
    return learning_rate * workers**share
# %% wrong: nothing stops the share at 1: the rate goes on climbing after warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    slope = (workers * learning_rate - learning_rate) / warm_steps
    return learning_rate + slope * step
# %% right: np.interp
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, workers * learning_rate]))
