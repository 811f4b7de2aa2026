# %% wrong: the corrected means are returned and so corrected again in the next step: returned mean and square are wrong, the parameter is right
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad**2
    mean = mean / (1 - b1**step)
    square = square / (1 - b2**step)
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: eps stands inside the root; shows when eps is not tiny beside the squared gradients (large eps or small gradients)
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m = betas[0] * mean + (1 - betas[0]) * grad
    v = betas[1] * square + (1 - betas[1]) * grad * grad
    m_hat = m / (1 - betas[0] ** step)
    v_hat = v / (1 - betas[1] ** step)
    return parameter - lr * m_hat / np.sqrt(v_hat + eps), m, v
# %% wrong: the correction uses step + 1, as if step were counted from 0
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    t = step + 1
    new_mean = beta1 * mean + (1 - beta1) * grad
    new_square = beta2 * square + (1 - beta2) * np.square(grad)
    rate = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    new = parameter - rate * new_mean / (np.sqrt(new_square) + eps * np.sqrt(1 - beta2**t))
    return new, new_mean, new_square
# %% wrong: the arrays mean and square that were passed are changed in place (the numbers are right)
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean *= b1
    mean += (1 - b1) * grad
    square *= b2
    square += (1 - b2) * grad ** 2
    m = mean / (1 - b1 ** step)
    s = square / (1 - b2 ** step)
    parameter = parameter - lr * m / (np.sqrt(s) + eps)
    return parameter, mean, square
# %% right: the means move towards the new by a share, hypot for the square's root
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    keep = np.array(betas)
    m = mean + (1 - keep[0]) * (grad - mean)
    root = np.hypot(math.sqrt(keep[1]) * np.sqrt(square), math.sqrt(1 - keep[1]) * grad)
    grown = 1 - keep**step
    usual = root / math.sqrt(grown[1]) + eps
    return np.subtract(parameter, lr / grown[0] * m / usual), m, root * root
