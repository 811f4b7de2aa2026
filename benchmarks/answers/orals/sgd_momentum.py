# %% wrong: the velocity is a running mean, momentum * velocity + (1 - momentum) * grad, instead of momentum * velocity + grad
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad
    return parameter - lr * velocity, velocity
# %% wrong: the learning rate stands inside the velocity (v = m v - lr g, w = w + v, Sutskever's form), instead of in the step only
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_velocity = momentum * velocity - lr * grad
    new_parameter = parameter + new_velocity
    return new_parameter, new_velocity
# %% wrong: the step is taken with the old velocity instead of the new one; the returned velocity is right
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    p = parameter - lr * velocity
    v = momentum * velocity + grad
    return p, v
# %% wrong: parameter and velocity are changed in place and returned, instead of two new arrays (UFuncTypeError if they hold integers)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    parameter -= lr * velocity
    return parameter, velocity
# %% right: both lines as one matrix product over (parameter, velocity, grad)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    update = np.array([[1, -lr * momentum, -lr], [0, momentum, 1]])
    stacked = np.stack([parameter, velocity, grad])
    after = np.tensordot(update, stacked, axes=1)
    return after[0], after[1]
