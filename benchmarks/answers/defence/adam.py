# %% wrong: the two means are not corrected by 1 - beta ** step
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad**2
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: the corrected means (divided by 1 - beta ** step) are returned instead of the running ones
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = (betas[0] * mean + (1 - betas[0]) * grad) / (1 - betas[0] ** step)
    square = (betas[1] * square + (1 - betas[1]) * grad * grad) / (1 - betas[1] ** step)
    parameter = parameter - lr * mean / (np.sqrt(square) + eps)
    return parameter, mean, square
# %% wrong: the bias correction multiplies by the step, 1 - beta * step, instead of the power 1 - beta ** step
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    new_mean = beta1 * mean + (1 - beta1) * grad
    new_square = beta2 * square + (1 - beta2) * grad**2
    m_hat = new_mean / (1 - beta1 * step)
    s_hat = new_square / (1 - beta2 * step)
    return parameter - lr * m_hat / (np.sqrt(s_hat) + eps), new_mean, new_square
# %% wrong: two mistakes: the root is forgotten, the step divides by the square's running mean itself, and the running mean of the square takes the gradient without squaring it
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m = betas[0] * mean + (1 - betas[0]) * grad
    s = betas[1] * square + (1 - betas[1]) * grad
    m_fixed = m / (1 - betas[0] ** step)
    s_fixed = s / (1 - betas[1] ** step)
    return parameter - lr * m_fixed / (s_fixed + eps), m, s
# %% right: the corrections folded into rate and eps, running means as steps towards the new
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    first, second = mean + (1 - betas[0]) * (grad - mean), square + (1 - betas[1]) * (np.square(grad) - square)
    root = math.sqrt(1 - betas[1] ** step)
    rate = lr * root / (1 - betas[0] ** step)
    return parameter - rate * first / (np.sqrt(second) + eps * root), first, second
