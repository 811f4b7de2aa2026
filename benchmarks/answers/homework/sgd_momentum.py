# %% wrong: (1 - m) g: a running mean
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + (1 - momentum) * grad
    return parameter - lr * v, v
# %% wrong: rate inside of the velocity
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity - lr * grad
    return parameter + v, v
# %% wrong: steps with the old velocity
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    return parameter - lr * velocity, momentum * velocity + grad
# %% wrong: in place
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    return parameter - lr * velocity, velocity
# %% wrong: Nesterov's look-ahead
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + grad
    return parameter - lr * (grad + momentum * v), v
# %% right: formula
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + grad
    return parameter - lr * v, v
# %% right: copies
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = np.array(velocity, dtype=float)
    v *= momentum
    v += grad
    p = np.array(parameter, dtype=float)
    p -= lr * v
    return p, v
