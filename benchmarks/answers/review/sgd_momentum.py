# %% wrong: the velocity that was passed is changed in place
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    return parameter - lr * velocity, velocity
# %% wrong: the gradient comes in with the share 1 - momentum only
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad
    return parameter - lr * velocity, velocity
# %% wrong: the learning rate stands in the velocity, not in the step
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new = momentum * velocity + lr * grad
    return parameter - new, new
# %% right: a copy, then +=
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = velocity.copy()
    v *= momentum
    v += grad
    w = parameter.copy()
    w -= lr * v
    return w, v
