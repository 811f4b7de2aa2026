# %% wrong: the correction takes the pair betas itself to the power of step (1 - betas**step), which raises TypeError
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad**2
    correction = 1 - betas**step
    return parameter - lr * (mean / correction) / (np.sqrt(square / correction) + eps), mean, square
# %% wrong: the corrected means are returned in place of the running means, so the next step begins with wrong ones; the parameter of this step is right
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    m = (b1 * mean + (1 - b1) * grad) / (1 - b1**step)
    v = (b2 * square + (1 - b2) * grad * grad) / (1 - b2**step)
    return parameter - lr * m / (np.sqrt(v) + eps), m, v
# %% wrong: the correction divides by 1 - beta instead of 1 - beta ** step, which is right at step 1 only
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    keep1, keep2 = betas
    new_mean = keep1 * mean + (1 - keep1) * grad
    new_square = keep2 * square + (1 - keep2) * np.square(grad)
    size = np.sqrt(new_square / (1 - keep2)) + eps
    return parameter - lr * new_mean / (1 - keep1) / size, new_mean, new_square
# %% wrong: two mistakes: only the mean is corrected, the square is not, and eps stands inside the root
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    m = mean + (1 - beta1) * (grad - mean)
    v = square + (1 - beta2) * (grad**2 - square)
    return parameter - lr * m / (1 - beta1**step) / np.sqrt(v + eps), m, v
# %% right: moves written as differences, one factor for both corrections
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    first, second = betas
    mean = mean + (1 - first) * (grad - mean)
    square = square + (1 - second) * (grad * grad - square)
    root = math.sqrt(1 - second**step)
    change = root / (1 - first**step) * mean / (np.sqrt(square) + eps * root)
    return parameter - lr * change, mean, square
