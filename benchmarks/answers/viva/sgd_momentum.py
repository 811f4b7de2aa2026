# %% wrong: the gradient comes into the velocity with the factor 1 - momentum, a running average instead of v = m v + g
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + (1 - momentum) * grad
    return parameter - lr * v, v
# %% wrong: the numbers are right, but the arrays parameter and velocity that were passed are changed in place
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    parameter -= lr * velocity
    return parameter, velocity
# %% wrong: Nesterov's step: the parameter moves by grad + momentum * new velocity instead of by the new velocity
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_velocity = momentum * velocity + grad
    look_ahead = grad + momentum * new_velocity
    return parameter - lr * look_ahead, new_velocity
# %% wrong: two mistakes: the parameter moves by the old velocity instead of the new one, and the two results are returned in the wrong order (velocity, parameter)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_parameter = parameter - lr * velocity
    new_velocity = momentum * velocity + grad
    return new_velocity, new_parameter
# %% right: both as one matrix times the three arrays
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    mixing = np.array([[1, -lr, -lr * momentum], [0, 1, momentum]])
    new_parameter, new_velocity = np.tensordot(mixing, np.stack([parameter, grad, velocity]), axes=1)
    return new_parameter, new_velocity
