# %% wrong: begins at learning_rate / warm_steps and not at learning_rate
def warm_up(step, learning_rate, workers, warm_steps):
    target = learning_rate * workers
    if step >= warm_steps:
        return target
    return target * (step + 1) / warm_steps
# %% wrong: goes on climbing, the share may exceed 1
def warm_up(step, learning_rate, workers, warm_steps):
    share = step / warm_steps
    return learning_rate + share * (learning_rate * workers - learning_rate)
# %% wrong: climbs from 0
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * workers * min(1.0, step / warm_steps)
# %% wrong: a geometric climb, workers ** share, no straight line
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * workers ** min(step / warm_steps, 1)
# %% wrong: falls back to learning_rate when the warm-up is over
def warm_up(step, learning_rate, workers, warm_steps):
    if step < warm_steps:
        return learning_rate * (1 + (workers - 1) * step / warm_steps)
    return learning_rate
# %% wrong: whole-number division, a staircase of two
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * (1 + (workers - 1) * min(step // warm_steps, 1))
# %% right: np.interp
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, workers * learning_rate]))
