# %% wrong: eps stands inside the root; shows clearly with small gradients or a larger eps
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad**2
    m_hat = mean / (1 - b1**step)
    v_hat = square / (1 - b2**step)
    return parameter - lr * m_hat / np.sqrt(v_hat + eps), mean, square
# %% wrong: no correction of the start (division by 1 - beta ** step is missing); shows in the first steps most
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    new_mean = betas[0] * mean + (1 - betas[0]) * grad
    new_square = betas[1] * square + (1 - betas[1]) * grad * grad
    new_parameter = parameter - lr * new_mean / (np.sqrt(new_square) + eps)
    return new_parameter, new_mean, new_square
# %% wrong: the parameter is right, but the corrected means are returned instead of the running ones
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    mean = beta1 * mean + (1 - beta1) * grad
    mean = mean / (1 - beta1**step)
    square = beta2 * square + (1 - beta2) * np.square(grad)
    square = square / (1 - beta2**step)
    parameter = parameter - lr * mean / (np.sqrt(square) + eps)
    return parameter, mean, square
# %% wrong: the two betas are swapped (the second for the mean, the first for the square); shows where they differ
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    slow, fast = betas
    m = fast * mean + (1 - fast) * grad
    s = slow * square + (1 - slow) * grad**2
    t = step
    w = parameter - lr * (m / (1 - fast**t)) / (np.sqrt(s / (1 - slow**t)) + eps)
    return w, m, s
# %% right: the corrections drawn into one step size, eps scaled to match
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean, square = (old + (1 - beta) * (new - old)
                    for old, new, beta in zip((mean, square), (grad, grad * grad), betas))
    first, second = (1 - math.pow(beta, step) for beta in betas)
    root = math.sqrt(second)
    return parameter - (lr * root / first) * mean / (np.sqrt(square) + eps * root), mean, square
