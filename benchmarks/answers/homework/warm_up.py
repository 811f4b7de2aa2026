# %% wrong: starts from 0 (step / warm_steps times n·lr), not from the learning rate itself
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * workers * min(1, step / warm_steps)
# %% wrong: share not bounded: grows on after warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * (1 + (workers - 1) * step / warm_steps)
# %% wrong: factor from 1 to n + 1
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * (1 + workers * min(1.0, step / warm_steps))
# %% wrong: integer division: jumps from lr to n·lr
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(1, step // warm_steps)
    return learning_rate * (1 + (workers - 1) * share)
# %% wrong: falls back to the learning rate after the warm-up
def warm_up(step, learning_rate, workers, warm_steps):
    if step < warm_steps:
        return learning_rate * (1 + (workers - 1) * step / warm_steps)
    return learning_rate
# %% wrong: returns the factor only, without the learning rate
def warm_up(step, learning_rate, workers, warm_steps):
    return 1 + (workers - 1) * min(1, step / warm_steps)
# %% wrong: geometric instead of straight: workers ** share
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * workers ** min(1, step / warm_steps)
# %% wrong: end reached one step early: divides by warm_steps - 1 (crash for 1)
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * (1 + (workers - 1) * min(1, step / (warm_steps - 1)))
# %% right: min of the share
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * (1 + (workers - 1) * min(1, step / warm_steps))
# %% right: np.interp
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, learning_rate * workers]))
