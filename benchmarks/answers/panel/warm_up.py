# %% wrong: the rate goes on climbing behind warm_steps; shows for a step beyond warm_steps and more than one worker
def warm_up(step, learning_rate, workers, warm_steps):
    share = step / warm_steps
    return learning_rate * (1 + (workers - 1) * share)

# %% wrong: steps are counted from 1: the share is (step + 1) / warm_steps, so step 0 is too high already
def warm_up(step, learning_rate, workers, warm_steps):
    share = min((step + 1) / warm_steps, 1)
    factor = 1 + share * (workers - 1)
    return factor * learning_rate

# %% wrong: the share is divided with //, so the rate jumps at warm_steps instead of climbing; shows between step 0 and warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    part = step // warm_steps
    if part > 1:
        part = 1
    return learning_rate + part * (workers * learning_rate - learning_rate)

# %% wrong: the line begins at 0 instead of at learning_rate; shows before warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    if step >= warm_steps:
        return workers * learning_rate
    # straight line up to the top
    return workers * learning_rate * step / warm_steps

# %% right: np.interp between two points
def warm_up(step, learning_rate, workers, warm_steps):
    return np.interp(step, [0, warm_steps], [learning_rate, workers * learning_rate])
