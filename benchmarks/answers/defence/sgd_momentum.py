# %% wrong: the learning rate stands inside the velocity (v = m v + lr g, w = w - v), so the velocity that is returned is another one
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + lr * grad
    return parameter - velocity, velocity
# %% wrong: the step is made with the old velocity, before it is updated
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_parameter = parameter - lr * velocity
    new_velocity = momentum * velocity + grad
    return new_parameter, new_velocity
# %% wrong: the gradient is weighted by 1 - momentum in the velocity, as in a running average
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + (1 - momentum) * grad
    w = parameter - lr * v
    return w, v
# %% wrong: the numbers are right, but velocity and parameter are changed in place instead of new arrays being returned
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity[:] = momentum * velocity + grad
    parameter[:] = parameter - lr * velocity
    return parameter, velocity
# %% right: one product of a 2x3 matrix with the three stacked arrays
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    rule = np.array([[1, -lr, -lr * momentum], [0, 1, momentum]])
    new = np.tensordot(rule, np.stack([parameter, grad, velocity]), axes=1)
    return new[0], new[1]
