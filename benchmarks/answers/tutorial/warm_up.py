# %% wrong: makes a table of the rates up to step warm_steps and looks the step up in it: later steps raise IndexError; right up to warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    rates = np.linspace(learning_rate, workers * learning_rate, warm_steps + 1)
    return rates[step]
# %% wrong: the rate goes on climbing after step warm_steps, it is not held; right up to warm_steps
def warm_up(step, learning_rate, workers, warm_steps):
    share = step / warm_steps
    return learning_rate * (1 + (workers - 1) * share)
# %% wrong: the rate is multiplied by the same factor in each step, workers ** share, instead of climbing along a straight line; right at both ends
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(step / warm_steps, 1)
    return learning_rate * workers**share
# %% wrong: two mistakes: the line begins at 0 instead of learning_rate, and it is one step ahead, (step + 1) / warm_steps, so the top is reached at step warm_steps - 1
def warm_up(step, learning_rate, workers, warm_steps):
    top = workers * learning_rate
    if step + 1 >= warm_steps:
        return top
    return top * (step + 1) / warm_steps
# %% right: np.interp
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, workers * learning_rate]))
