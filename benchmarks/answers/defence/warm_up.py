# %% wrong: the share is not limited to 1, so the rate keeps climbing behind warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    share = step / warm_steps
    return learning_rate * (1 + (workers - 1) * share)
# %% wrong: off by one: step + 1 in place of step, so step 0 is already above learning_rate and the full rate comes one step early
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(1, (step + 1) / warm_steps)
    return learning_rate * (1 + (workers - 1) * share)
# %% wrong: the line begins at 0 instead of at learning_rate (n times the rate times the share)
def warm_up(step, learning_rate, workers, warm_steps):
    target = workers * learning_rate
    if step >= warm_steps:
        return target
    return target * step / warm_steps
# %% wrong: the factor climbs from 1 to n + 1 instead of n, since workers and not workers - 1 is multiplied by the share
def warm_up(step, learning_rate, workers, warm_steps):
    factor = 1 + workers * min(step / warm_steps, 1.0)
    return factor * learning_rate
# %% right: np.interp, which stays level at the end
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, workers * learning_rate]))
