# %% wrong: (1 - momentum) times the gradient, a running mean
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + (1 - momentum) * grad
    return parameter - lr * v, v
# %% wrong: the step is taken with the old velocity
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    moved = parameter - lr * velocity
    return moved, momentum * velocity + grad
# %% wrong: the learning rate is inside the velocity
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity - lr * grad
    return parameter + velocity, velocity
# %% wrong: both arrays of the caller are changed in place
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    parameter -= lr * velocity
    return parameter, velocity
# %% wrong: Nesterov's look ahead
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + grad
    return parameter - lr * (grad + momentum * v), v
# %% right: number by number
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_parameter, new_velocity = np.empty(parameter.shape), np.empty(parameter.shape)
    for at in np.ndindex(parameter.shape):
        new_velocity[at] = momentum * velocity[at] + grad[at]
        new_parameter[at] = parameter[at] - lr * new_velocity[at]
    return new_parameter, new_velocity
