# %% wrong: two mistakes: the gradient enters the velocity with the share 1 - momentum, and the two results come back in the wrong order (velocity first)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + (1 - momentum) * grad
    w = parameter - lr * v
    return v, w
# %% wrong: the parameter moves by the old velocity, not the new one; shows unless both are equal
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_parameter = parameter - lr * velocity
    new_velocity = momentum * velocity + grad
    return new_parameter, new_velocity
# %% wrong: the learning rate stands inside the velocity; shows where lr is not 1 (in the first step from velocity 0 only in the velocity)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + lr * grad
    return parameter - velocity, velocity
# %% wrong: the numbers are right, but the velocity that was passed is changed in place
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    return parameter - lr * velocity, velocity
# %% right: both steps as one small matrix times the stacked arrays
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    step = np.array([[1, -lr * momentum, -lr], [0, momentum, 1]])
    new = np.tensordot(step, np.stack([parameter, velocity, grad]), axes=1)
    return new[0], new[1]
