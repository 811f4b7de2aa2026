# %% wrong: no correction of the start: mean and square are not divided by 1 - beta ** step (almost right at late steps only)
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    m = b1 * mean + (1 - b1) * grad
    s = b2 * square + (1 - b2) * grad ** 2
    return parameter - lr * m / (np.sqrt(s) + eps), m, s
# %% wrong: the corrected running means are returned in place of the plain ones, so that the next step corrects twice; the parameter itself is right
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m = (betas[0] * mean + (1 - betas[0]) * grad) / (1 - betas[0] ** step)
    v = (betas[1] * square + (1 - betas[1]) * grad * grad) / (1 - betas[1] ** step)
    return parameter - lr * m / (np.sqrt(v) + eps), m, v
# %% wrong: two mistakes: eps stands inside of the root, and the step is taken to count from 0, so that the correction is 1 - beta ** (step + 1)
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    t = step + 1
    mean = beta1 * mean + (1 - beta1) * grad
    square = beta2 * square + (1 - beta2) * np.square(grad)
    rate = lr * np.sqrt(1 - beta2 ** t) / (1 - beta1 ** t)
    return parameter - rate * mean / np.sqrt(square + eps), mean, square
# %% wrong: the correction multiplies where it should raise to a power: 1 - beta * step, which is negative or about 0 from step 2 on: the root gives nan (right at step 1)
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    new_mean = mean + (1 - betas[0]) * (grad - mean)
    new_square = square + (1 - betas[1]) * (grad ** 2 - square)
    m_hat = new_mean / (1 - betas[0] * step)
    s_hat = new_square / (1 - betas[1] * step)
    return parameter - lr * m_hat / (np.sqrt(s_hat) + eps), new_mean, new_square
# %% right: differences to the old, corrections gathered in a list
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    fresh = [old + (1 - beta) * (new - old) for old, new, beta in zip((mean, square), (grad, grad * grad), betas)]
    first, second = [value / (1 - beta ** step) for value, beta in zip(fresh, betas)]
    return parameter - lr * first / (second ** 0.5 + eps), fresh[0], fresh[1]
