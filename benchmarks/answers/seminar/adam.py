# %% wrong: the running mean of the squares is not corrected (not divided by 1 - beta2 ** step) in the step
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad**2
    m_hat = mean / (1 - b1**step)
    return parameter - lr * m_hat / (np.sqrt(square) + eps), mean, square
# %% wrong: the corrected means are returned instead of the running ones, so the next step would begin with wrong ones; the parameter is right
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean = betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad * grad
    mean = mean / (1 - betas[0] ** step)
    square = square / (1 - betas[1] ** step)
    parameter = parameter - lr * mean / (np.sqrt(square) + eps)
    return parameter, mean, square
# %% wrong: step is taken as counted from 0: divides by 1 - beta ** (step + 1)
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    m = beta1 * mean + (1.0 - beta1) * grad
    v = beta2 * square + (1.0 - beta2) * np.square(grad)
    t = step + 1
    mhat, vhat = m / (1 - beta1**t), v / (1 - beta2**t)
    return parameter - lr * mhat / (np.sqrt(vhat) + eps), m, v
# %% wrong: the arrays parameter, mean and square are changed in place and returned; the numbers are right
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    mean *= betas[0]
    mean += (1 - betas[0]) * grad
    square *= betas[1]
    square += (1 - betas[1]) * grad ** 2
    a = mean / (1 - betas[0] ** step)
    b = square / (1 - betas[1] ** step)
    parameter -= lr * a / (np.sqrt(b) + eps)
    return parameter, mean, square
# %% right: the two corrections gathered in one rate, both means moved towards the new
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    first, second = (old + (1 - beta) * (new - old)
                     for old, new, beta in zip((mean, square), (grad, grad * grad), betas))
    root = math.sqrt(1 - betas[1] ** step)
    rate = lr * root / (1 - betas[0] ** step)
    return parameter - rate * first / (np.sqrt(second) + eps * root), first, second
