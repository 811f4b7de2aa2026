# %% wrong: begins at 0 and not at learning_rate
def warm_up(step, learning_rate, workers, warm_steps):
    share = min(step / warm_steps, 1)
    return learning_rate * workers * share
# %% wrong: goes on climbing behind warm_steps, the share is not stopped at 1
def warm_up(step, learning_rate, workers, warm_steps):
    return learning_rate * (1 + (workers - 1) * step / warm_steps)
# %% wrong: one step too early: step 0 has gone one step already, the top is reached in step warm_steps − 1
def warm_up(step, learning_rate, workers, warm_steps):
    if step >= warm_steps:
        return workers * learning_rate
    done = (step + 1) / warm_steps
    return learning_rate + (workers * learning_rate - learning_rate) * done
# %% wrong: two mistakes: the top is (1 + workers) times the rate, and the climb is no straight line but a square
def warm_up(step, learning_rate, workers, warm_steps):
    gone = min(1.0, step / warm_steps) ** 2
    factor = 1 + workers * gone
    return factor * learning_rate
# %% right: np.interp between the two ends
def warm_up(step, learning_rate, workers, warm_steps):
    return float(np.interp(step, [0, warm_steps], [learning_rate, learning_rate * workers]))
