# %% wrong: the line begins at 0, not at learning_rate
def warm_up(step, learning_rate, workers, warm_steps):
    target = learning_rate * workers
    if step < warm_steps:
        return target * step / warm_steps
    return target

# %% wrong: the rate climbs by equal factors, not along a straight line
def warm_up(step, learning_rate, workers, warm_steps):
    share = np.clip(step / warm_steps, 0, 1)
    return learning_rate * np.exp(share * np.log(workers))

# %% wrong: the climb never stops, after warm_steps the rate goes beyond n times
def warm_up(step, learning_rate, workers, warm_steps):
    share = step / warm_steps
    return learning_rate * (1 + (workers - 1) * share)

# %% right: linear interpolation
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, workers * learning_rate]))
