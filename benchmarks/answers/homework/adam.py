# %% wrong: eps inside the root
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    a, b = betas
    m, s = a * mean + (1 - a) * grad, b * square + (1 - b) * grad ** 2
    return parameter - lr * (m / (1 - a ** step)) / np.sqrt(s / (1 - b ** step) + eps), m, s
# %% wrong: returns the corrected means (corrected twice next time)
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    a, b = betas
    m = (a * mean + (1 - a) * grad) / (1 - a ** step)
    s = (b * square + (1 - b) * grad ** 2) / (1 - b ** step)
    return parameter - lr * m / (np.sqrt(s) + eps), m, s
# %% wrong: no correction
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    a, b = betas
    m, s = a * mean + (1 - a) * grad, b * square + (1 - b) * grad ** 2
    return parameter - lr * m / (np.sqrt(s) + eps), m, s
# %% wrong: step + 1: counts from 0
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    a, b = betas
    t = step + 1
    m, s = a * mean + (1 - a) * grad, b * square + (1 - b) * grad ** 2
    return parameter - lr * m / (1 - a ** t) / (np.sqrt(s / (1 - b ** t)) + eps), m, s
# %% wrong: betas hard-coded
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m, s = 0.9 * mean + 0.1 * grad, 0.999 * square + 0.001 * grad ** 2
    return parameter - lr * m / (1 - 0.9 ** step) / (np.sqrt(s / (1 - 0.999 ** step)) + eps), m, s
# %% wrong: (1 - beta) squared with the gradient: ((1 - b) grad)**2
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    a, b = betas
    m, s = a * mean + (1 - a) * grad, b * square + ((1 - b) * grad) ** 2
    return parameter - lr * m / (1 - a ** step) / (np.sqrt(s / (1 - b ** step)) + eps), m, s
# %% right: formula
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    a, b = betas
    m, s = a * mean + (1 - a) * grad, b * square + (1 - b) * grad ** 2
    return parameter - lr * (m / (1 - a ** step)) / (np.sqrt(s / (1 - b ** step)) + eps), m, s
# %% right: differences
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m = mean + (1 - betas[0]) * (grad - mean)
    s = square + (1 - betas[1]) * (grad * grad - square)
    rate = lr / (1 - betas[0] ** step)
    return parameter - rate * m / (eps + (s / (1 - betas[1] ** step)) ** 0.5), m, s
