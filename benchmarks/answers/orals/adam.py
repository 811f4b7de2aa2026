# %% wrong: the bias correction is forgotten: mean and square are not divided by 1 - beta ** step
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    mean = beta1 * mean + (1 - beta1) * grad
    square = beta2 * square + (1 - beta2) * grad**2
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: the corrected means (divided by 1 - beta ** step) are returned as mean and square, instead of the uncorrected ones; the parameter is right
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = (b1 * mean + (1 - b1) * grad) / (1 - b1**step)
    square = (b2 * square + (1 - b2) * grad * grad) / (1 - b2**step)
    parameter = parameter - lr * mean / (np.sqrt(square) + eps)
    return parameter, mean, square
# %% wrong: eps is added under the root, sqrt(square + eps), instead of after it
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    new_mean = betas[0] * mean + (1 - betas[0]) * grad
    new_square = betas[1] * square + (1 - betas[1]) * np.square(grad)
    mean_hat = new_mean / (1 - betas[0] ** step)
    square_hat = new_square / (1 - betas[1] ** step)
    return parameter - lr * mean_hat / np.sqrt(square_hat + eps), new_mean, new_square
# %% wrong: two mistakes: the correction uses 1 - beta ** (step + 1), as if step counted from 0, and the root is missing, so the step is divided by square + eps
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    (b1, b2), t = betas, step + 1
    m = b1 * mean + (1 - b1) * grad
    v = b2 * square + (1 - b2) * grad**2
    m_hat, v_hat = m / (1 - b1**t), v / (1 - b2**t)
    return parameter - lr * m_hat / (v_hat + eps), m, v
# %% right: the corrections folded into lr and eps
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    keep_mean, keep_square = betas
    m = mean + (1 - keep_mean) * (grad - mean)
    s = square + (1 - keep_square) * (grad * grad - square)
    root = math.sqrt(1 - keep_square**step)
    rate = lr * root / (1 - keep_mean**step)
    return parameter - rate * m / (np.sqrt(s) + eps * root), m, s
