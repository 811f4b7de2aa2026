# %% wrong: the means are not corrected for their start at 0
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad ** 2
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: the corrected means are returned, and would be corrected again in the next step
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad ** 2
    mean = mean / (1 - betas[0] ** step)
    square = square / (1 - betas[1] ** step)
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: the second mean is of the squared mean instead of the squared gradient
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * mean ** 2
    m, s = mean / (1 - b1 ** step), square / (1 - b2 ** step)
    return parameter - lr * m / (np.sqrt(s) + eps), mean, square
# %% wrong: eps stands inside of the root
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad ** 2
    m, s = mean / (1 - b1 ** step), square / (1 - b2 ** step)
    return parameter - lr * m / np.sqrt(s + eps), mean, square
# %% wrong: the step is counted from 0 in the correction, beta ** (step - 1), which divides by 0 in step 1
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad * grad
    with np.errstate(all="ignore"):
        m, s = mean / (1 - b1 ** (step - 1)), square / (1 - b2 ** (step - 1))
        return parameter - lr * m / (np.sqrt(s) + eps), mean, square
# %% wrong: no root: divided by the mean square itself
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    new_mean = b1 * mean + (1 - b1) * grad
    new_square = b2 * square + (1 - b2) * grad ** 2
    m = new_mean / (1 - b1 ** step)
    s = new_square / (1 - b2 ** step)
    return parameter - lr * m / (s + eps), new_mean, new_square
# %% right: the corrections drawn into the rate
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = mean + (1 - betas[0]) * (grad - mean)
    square = square + (1 - betas[1]) * (grad * grad - square)
    root = math.sqrt(1 - betas[1] ** step)
    rate = lr * root / (1 - betas[0] ** step)
    return parameter - rate * mean / (np.sqrt(square) + eps * root), mean, square
