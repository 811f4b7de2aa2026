# %% wrong: the line begins at 0 instead of at learning_rate: the factor is n times the share of the way
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(step / warm_steps, 1)
    return learning_rate * workers * share
# %% wrong: the share is not limited to 1, so the rate climbs on behind warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    target = workers * learning_rate
    return learning_rate + (target - learning_rate) * step / warm_steps
# %% wrong: one step too early: the share is (step + 1) / warm_steps, so step 0 is already above learning_rate
def warm_up(step, learning_rate, workers, warm_steps):
    if step >= warm_steps:
        return learning_rate * workers
    return learning_rate * (1 + (workers - 1) * (step + 1) / warm_steps)
# %% wrong: the rate grows by a constant factor, n to the power of the share, instead of along a straight line
def warm_up(step, learning_rate, workers, warm_steps):
    t = np.clip(step / warm_steps, 0, 1)
    return learning_rate * workers**t
# %% right: np.interp between the two ends
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, workers * learning_rate]))
