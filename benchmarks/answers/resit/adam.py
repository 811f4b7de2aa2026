# %% wrong: the corrected means are returned (and kept for the next step) instead of the running ones
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad**2
    mean = mean / (1 - b1**step)
    square = square / (1 - b2**step)
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: two mistakes: the step is counted from 0 (the corrections divide by 1 - beta ** (step + 1)), and eps stands inside of the root
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad * grad
    first = mean / (1 - betas[0] ** (step + 1))
    second = square / (1 - betas[1] ** (step + 1))
    return parameter - lr * first / np.sqrt(second + eps), mean, square
# %% wrong: the running mean of the squares takes in the square of the running mean instead of the square of the gradient
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    mean = beta1 * mean + (1 - beta1) * grad
    square = beta2 * square + (1 - beta2) * mean**2
    change = (mean / (1 - beta1**step)) / (np.sqrt(square / (1 - beta2**step)) + eps)
    return parameter - lr * change, mean, square
# %% wrong: only the mean is corrected for its start at 0; the square is used as it is
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad**2
    corrected = mean / (1 - betas[0] ** step)
    parameter = parameter - lr * corrected / (np.sqrt(square) + eps)
    return parameter, mean, square
# %% right: both means with one loop over powers
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    kept, fair = [], []
    for power, (old, beta) in enumerate(zip((mean, square), betas), start=1):
        kept.append(old + (1 - beta) * (np.power(grad, power) - old))
        fair.append(kept[-1] / (1 - beta**step))
    return (parameter - lr * fair[0] / (np.sqrt(fair[1]) + eps), *kept)
