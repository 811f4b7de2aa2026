# %% wrong: returns the corrected means, which are corrected again in the next step
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad ** 2
    mean = mean / (1 - betas[0] ** step)
    square = square / (1 - betas[1] ** step)
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: step is counted from 0, beta ** (step + 1)
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad * grad
    m = mean / (1 - b1 ** (step + 1))
    s = square / (1 - b2 ** (step + 1))
    return parameter - lr * m / (np.sqrt(s) + eps), mean, square
# %% wrong: the two betas are exchanged
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta2, beta1 = betas
    mean = beta1 * mean + (1 - beta1) * grad
    square = beta2 * square + (1 - beta2) * grad ** 2
    m_hat = mean / (1 - beta1 ** step)
    s_hat = square / (1 - beta2 ** step)
    return parameter - lr * m_hat / (np.sqrt(s_hat) + eps), mean, square
