# %% wrong: counts steps from 1: the share is (step + 1) / warm_steps, so step 0 has more than learning_rate and the top is reached one step early
def warm_up(step, learning_rate, workers, warm_steps):
    share = min((step + 1) / warm_steps, 1)
    return learning_rate * (1 + (workers - 1) * share)
# %% wrong: the rate is multiplied by workers**share: between the ends it climbs along a geometric curve in place of a straight line
def warm_up(step, learning_rate, workers, warm_steps):
    progress = min(step / warm_steps, 1)
    return learning_rate * workers**progress
# %% wrong: the factor goes from 1 to n + 1 (1 + workers · share) in place of 1 to n
def warm_up(step, learning_rate, workers, warm_steps):
    if step >= warm_steps:
        share = 1
    else:
        share = step / warm_steps
    factor = 1 + workers * share
    return learning_rate * factor
# %% wrong: two mistakes: the line begins at 0 in place of learning_rate, and it goes on climbing behind warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    target = workers * learning_rate
    return target * step / warm_steps
# %% right: np.interp, which stays at the last value by itself
def warm_up(step, learning_rate, workers, warm_steps):
    return np.interp(step, (0, warm_steps), (learning_rate, workers * learning_rate))
