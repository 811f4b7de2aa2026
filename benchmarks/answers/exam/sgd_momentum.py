# %% wrong: the parameter moves by the old velocity instead of the new one
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    parameter = parameter - lr * velocity
    velocity = momentum * velocity + grad
    return parameter, velocity
# %% wrong: the learning rate is inside of the velocity
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity - lr * grad
    return parameter + velocity, velocity
# %% wrong: the gradient enters with 1 - momentum, a running mean
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + (1 - momentum) * grad
    return parameter - lr * v, v
# %% wrong: Nesterov's step, which looks ahead: grad + momentum · new velocity
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return parameter - lr * (grad + momentum * velocity), velocity
# %% wrong: the caller's velocity and parameter are changed in place
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    parameter -= lr * velocity
    return parameter, velocity
# %% wrong: 0.9 is written into the formula, `momentum` is ignored
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_velocity = 0.9 * velocity + grad
    return parameter - lr * new_velocity, new_velocity
# %% right: two terms of the step
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    return parameter - lr * momentum * velocity - lr * grad, momentum * velocity + grad
