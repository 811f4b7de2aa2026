# %% wrong: the gradient is multiplied by 1 - momentum in the velocity, a running mean instead of m v + g
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad
    return parameter - lr * velocity, velocity
# %% wrong: the step is Nesterov's, parameter minus lr times (grad + momentum · new velocity), instead of lr times the new velocity
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + grad
    step = grad + momentum * v
    return parameter - lr * step, v
# %% wrong: the learning rate stands inside the velocity, v = m v + lr g, and the parameter moves by v
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_velocity = momentum * velocity + lr * grad
    new_parameter = parameter - new_velocity
    return new_parameter, new_velocity
# %% wrong: two mistakes: the passed velocity is changed in place, and the two results come in the wrong order, (velocity, parameter)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    return velocity, parameter - lr * velocity
# %% right: both results by one matrix of coefficients
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    rule = np.array([[1, -lr, -lr * momentum], [0, 1, momentum]])
    stacked = np.stack([np.asarray(each, dtype=float) for each in (parameter, grad, velocity)])
    new = np.tensordot(rule, stacked, axes=1)
    return new[0], new[1]
