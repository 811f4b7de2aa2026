# %% wrong: the bias-corrected running means are returned instead of the uncorrected ones
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = (b1 * mean + (1 - b1) * grad) / (1 - b1**step)
    square = (b2 * square + (1 - b2) * grad**2) / (1 - b2**step)
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: the correction divides by 1 - beta · step instead of 1 - beta ** step (wrong from the second step on, NaN where the square becomes negative)
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m = betas[0] * mean + (1 - betas[0]) * grad
    s = betas[1] * square + (1 - betas[1]) * grad * grad
    m_hat = m / (1 - betas[0] * step)
    s_hat = s / (1 - betas[1] * step)
    return parameter - lr * m_hat / (np.sqrt(s_hat) + eps), m, s
# %% wrong: the corrected mean is divided by the corrected square itself, the root is missing
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    new_mean = beta1 * mean + (1 - beta1) * grad
    new_square = beta2 * square + (1 - beta2) * grad**2
    top = new_mean / (1 - beta1**step)
    bottom = new_square / (1 - beta2**step)
    return parameter - lr * top / (bottom + eps), new_mean, new_square
# %% wrong: the two betas are mixed up, the second is used for the mean and the first for the square
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b2, b1 = betas
    g = np.asarray(grad)
    mean = mean + (1 - b1) * (g - mean)
    square = square + (1 - b2) * (g * g - square)
    corrected = mean / (1 - b1**step), square / (1 - b2**step)
    return parameter - lr * corrected[0] / (np.sqrt(corrected[1]) + eps), mean, square
# %% right: both corrections drawn into the learning rate and into eps
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    first, second = (beta * old + (1 - beta) * grad**power
                     for beta, old, power in zip(betas, (mean, square), (1, 2)))
    root = math.sqrt(1 - betas[1]**step)
    rate = lr * root / (1 - betas[0]**step)
    return parameter - rate * first / (np.sqrt(second) + eps * root), first, second
