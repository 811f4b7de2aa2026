# %% wrong: no bias correction
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m = betas[0] * mean + (1 - betas[0]) * grad
    s = betas[1] * square + (1 - betas[1]) * grad * grad
    return parameter - lr * m / (np.sqrt(s) + eps), m, s
# %% wrong: eps stands inside of the root
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    m = b1 * mean + (1 - b1) * grad
    s = b2 * square + (1 - b2) * grad ** 2
    mh, sh = m / (1 - b1 ** step), s / (1 - b2 ** step)
    return parameter - lr * mh / np.sqrt(sh + eps), m, s
# %% wrong: the corrected means are returned, so the next step corrects them again
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = (b1 * mean + (1 - b1) * grad) / (1 - b1 ** step)
    square = (b2 * square + (1 - b2) * grad ** 2) / (1 - b2 ** step)
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: step is taken to count from 0: step + 1 in the correction
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m, s = (b * old + (1 - b) * new for b, old, new in zip(betas, (mean, square), (grad, grad ** 2)))
    t = step + 1
    update = (m / (1 - betas[0] ** t)) / (np.sqrt(s / (1 - betas[1] ** t)) + eps)
    return parameter - lr * update, m, s
# %% wrong: the betas are exchanged
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta_square, beta_mean = betas
    m = beta_mean * mean + (1 - beta_mean) * grad
    v = beta_square * square + (1 - beta_square) * np.square(grad)
    denominator = np.sqrt(v / (1 - beta_square ** step)) + eps
    return parameter - lr * m / (1 - beta_mean ** step) / denominator, m, v
# %% wrong: mean and square are changed in place
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean *= betas[0]
    mean += (1 - betas[0]) * grad
    square *= betas[1]
    square += (1 - betas[1]) * grad ** 2
    down = mean / (1 - betas[0] ** step)
    return parameter - lr * down / (np.sqrt(square / (1 - betas[1] ** step)) + eps), mean, square
# %% right: the two corrections joined into one rate, eps scaled with them
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    keep_mean, keep_square = betas
    new_mean = mean + (1 - keep_mean) * (grad - mean)
    new_square = square + (1 - keep_square) * (np.power(grad, 2) - square)
    root = math.sqrt(1 - keep_square ** step)
    rate = lr * root / (1 - keep_mean ** step)
    return parameter - rate * new_mean / (np.sqrt(new_square) + eps * root), new_mean, new_square
