# %% wrong: no correction of the start: the bias of the zeros is not divided out
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad ** 2
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: gives the corrected mean and square back, so that they would be corrected again and again
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = (b1 * mean + (1 - b1) * grad) / (1 - b1 ** step)
    square = (b2 * square + (1 - b2) * grad ** 2) / (1 - b2 ** step)
    return parameter - lr * mean / (np.sqrt(square) + eps), mean, square
# %% wrong: eps inside of the root; shows where gradients are small or eps is large
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    m = b1 * mean + (1 - b1) * grad
    v = b2 * square + (1 - b2) * grad * grad
    m_hat, v_hat = m / (1 - b1 ** step), v / (1 - b2 ** step)
    return parameter - lr * m_hat / np.sqrt(v_hat + eps), m, v
# %% wrong: step counted from 0: corrects with step + 1
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    m = b1 * mean + (1 - b1) * grad
    v = b2 * square + (1 - b2) * grad ** 2
    t = step + 1
    new = parameter - lr * (m / (1 - b1 ** t)) / (np.sqrt(v / (1 - b2 ** t)) + eps)
    return new, m, v
# %% wrong: forgets the root: divides by the mean square itself
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m = betas[0] * mean + (1 - betas[0]) * grad
    v = betas[1] * square + (1 - betas[1]) * grad ** 2
    return parameter - lr * (m / (1 - betas[0] ** step)) / (v / (1 - betas[1] ** step) + eps), m, v
# %% wrong: the betas are exchanged: 0.999 for the mean, 0.9 for the square
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta2, beta1 = betas
    mean = beta1 * mean + (1 - beta1) * grad
    square = beta2 * square + (1 - beta2) * grad ** 2
    mean_hat = mean / (1 - beta1 ** step)
    square_hat = square / (1 - beta2 ** step)
    return parameter - lr * mean_hat / (np.sqrt(square_hat) + eps), mean, square
# %% wrong: the running square is of the running mean, not of the gradient (m ** 2 instead of grad ** 2)
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    m = b1 * mean + (1 - b1) * grad
    v = b2 * square + (1 - b2) * m ** 2
    return parameter - lr * (m / (1 - b1 ** step)) / (np.sqrt(v / (1 - b2 ** step)) + eps), m, v
# %% right: running means written as steps towards the new value, correction gathered in the two scales
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    m = mean + (1 - b1) * (grad - mean)
    v = square + (1 - b2) * (np.square(grad) - square)
    root = math.sqrt(1 - b2 ** step)
    change = np.divide(m, np.sqrt(v) + eps * root) * (lr * root / (1 - b1 ** step))
    return parameter - change, m, v
