# %% wrong: the rate goes on climbing behind warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    share = step / warm_steps
    return learning_rate * (1 + (workers - 1) * share)
# %% wrong: the line begins at 0, not at learning_rate; shows before warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    target = workers * learning_rate
    if step >= warm_steps:
        return target
    return target * step / warm_steps
# %% wrong: // in place of /, so the rate stays at learning_rate and jumps at warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    fraction = min(step // warm_steps, 1)
    return learning_rate * (1 + (workers - 1) * fraction)
# %% wrong: the factor climbs from 1 to n + 1, not to n; shows behind step 0
def warm_up(step, learning_rate, workers, warm_steps):
    done = min(1.0, step / warm_steps)
    factor = 1 + workers * done
    return factor * learning_rate
# %% right: np.interp, which stays at the last value
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, workers * learning_rate]))
