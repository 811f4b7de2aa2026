# %% wrong: two mistakes: the running means are not corrected for their start at 0, and eps stands inside the root
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    exp_avg = beta1 * mean + (1 - beta1) * grad
    exp_avg_sq = beta2 * square + (1 - beta2) * grad ** 2
    return parameter - lr * exp_avg / np.sqrt(exp_avg_sq + eps), exp_avg, exp_avg_sq

# %% wrong: square is the running mean of (grad - mean) squared, a variance, not of the squared gradient
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = mean + (1 - b1) * (grad - mean)
    square = square + (1 - b2) * ((grad - mean) ** 2 - square)
    first, second = mean / (1 - b1 ** step), square / (1 - b2 ** step)
    return parameter - lr * first / (np.sqrt(second) + eps), mean, square

# %% wrong: the corrected means are returned as the running means, so the next step corrects them again
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = (betas[0] * mean + (1 - betas[0]) * grad) / (1 - betas[0] ** step)
    square = (betas[1] * square + (1 - betas[1]) * grad * grad) / (1 - betas[1] ** step)
    parameter = parameter - lr * mean / (np.sqrt(square) + eps)
    return parameter, mean, square

# %% right: number by number
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    new = [np.array(each, dtype=float) for each in (parameter, mean, square)]
    grad = np.asarray(grad)
    for place in np.ndindex(grad.shape):
        g = float(grad[place])
        m = betas[0] * float(new[1][place]) + (1 - betas[0]) * g
        s = betas[1] * float(new[2][place]) + (1 - betas[1]) * g ** 2
        size = math.sqrt(s / (1 - betas[1] ** step)) + eps
        new[0][place] -= lr * (m / (1 - betas[0] ** step)) / size
        new[1][place], new[2][place] = m, s
    return tuple(new)
