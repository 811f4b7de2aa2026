# %% wrong: the two running means are returned after their correction (divided by 1 - beta ** step), so the next step begins with wrong ones; the parameter is right
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    b1, b2 = betas
    mean = b1 * mean + (1 - b1) * grad
    square = b2 * square + (1 - b2) * grad**2
    mean = mean / (1 - b1**step)
    square = square / (1 - b2**step)
    parameter = parameter - lr * mean / (np.sqrt(square) + eps)
    return parameter, mean, square
# %% wrong: the correction has beta ** (step + 1), as if step counted from 0
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    t = step + 1
    m = betas[0] * mean + (1 - betas[0]) * grad
    v = betas[1] * square + (1 - betas[1]) * grad * grad
    m_hat = m / (1 - betas[0] ** t)
    v_hat = v / (1 - betas[1] ** t)
    return parameter - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
# %% wrong: the two betas are exchanged: the mean uses betas[1], the square betas[0]
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta2, beta1 = betas
    new_mean = beta1 * mean + (1 - beta1) * grad
    new_square = beta2 * square + (1 - beta2) * np.square(grad)
    corrected_mean = new_mean / (1 - beta1**step)
    corrected_square = new_square / (1 - beta2**step)
    new_parameter = parameter - lr * corrected_mean / (corrected_square**0.5 + eps)
    return new_parameter, new_mean, new_square
# %% wrong: two mistakes: the root of the running square is forgotten, and neither of the running means is corrected by 1 - beta ** step
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    beta1, beta2 = betas
    mean = beta1 * mean + (1 - beta1) * grad
    square = beta2 * square + (1 - beta2) * grad**2
    update = mean / (square + eps)
    return parameter - lr * update, mean, square
# %% right: steps towards the new value, and the corrections put into the step size and the root
def adam(parameter, grad, mean, square, step, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
    m, v = (old + (1 - beta) * (new - old)
            for old, new, beta in zip((mean, square), (grad, grad * grad), betas))
    first, second = (1 - beta**step for beta in betas)
    root = np.sqrt(v / second)
    root += eps
    return parameter - (lr / first) * (m / root), m, v
