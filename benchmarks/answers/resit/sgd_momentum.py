# %% wrong: the parameter takes its step with the old velocity
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_parameter = parameter - lr * velocity
    new_velocity = momentum * velocity + grad
    return new_parameter, new_velocity
# %% wrong: the learning rate stands inside of the velocity, v = m v + lr g: the velocity returned is another one (and the parameter, when the old velocity is not 0)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + lr * grad
    return parameter - velocity, velocity
# %% wrong: the gradient enters the velocity with the share 1 - momentum, as in a running mean
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad
    parameter = parameter - lr * velocity
    return parameter, velocity
# %% wrong: the numbers are right, but parameter and velocity of the caller are changed in place; no new arrays
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    parameter -= lr * velocity
    return parameter, velocity
# %% right: both weights of the step in one expression
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    moved = parameter - lr * momentum * velocity - lr * grad
    return moved, np.add(np.multiply(velocity, momentum), grad)
