# %% wrong: the share of the way is rounded down (//), so the rate jumps at the end
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(step // warm_steps, 1)
    return learning_rate * (1 + (workers - 1) * share)
# %% wrong: the line begins at 0, not at learning_rate
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * workers * min(1, step / warm_steps)
# %% wrong: the rate grows by the same factor in each step, not along a straight line
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(1, step / warm_steps)
    return learning_rate * workers ** share
