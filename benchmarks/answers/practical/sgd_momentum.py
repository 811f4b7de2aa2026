# %% wrong: the parameter is moved with the old velocity instead of the new one
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_parameter = parameter - lr * velocity
    new_velocity = momentum * velocity + grad
    return new_parameter, new_velocity
# %% wrong: the gradient counts with the share 1 - momentum in the velocity (a running mean, as in Adam) instead of fully
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + (1 - momentum) * grad
    return parameter - lr * v, v
# %% wrong: the velocity and the parameter are changed in place (*=, +=, -=); the numbers are right, but the arguments are spoiled and no new arrays are returned
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    parameter -= lr * velocity
    return parameter, velocity
# %% wrong: two mistakes: the learning rate is multiplied into the gradient of the velocity (v = m v + lr g) and the step is added, w + v, instead of subtracted
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = np.add(np.multiply(momentum, velocity), np.multiply(lr, grad))
    w = np.add(parameter, v)
    return w, v
# %% right: written out in one formula each
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = np.asarray(grad) + np.asarray(velocity) * momentum
    return np.asarray(parameter) - lr * momentum * np.asarray(velocity) - lr * np.asarray(grad), v
