# %% wrong: the gradient is weighted by 1 - momentum, as in a running mean
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad
    return parameter - lr * velocity, velocity
# %% wrong: steps with the old velocity: the parameter moves before the velocity is new
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_parameter = parameter - lr * velocity
    new_velocity = momentum * velocity + grad
    return new_parameter, new_velocity
# %% wrong: lr is put into the velocity (v = m v - lr g; w + v): another convention, the velocity that comes back differs
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity - lr * grad
    parameter = parameter + velocity
    return parameter, velocity
# %% wrong: changes the arrays in place (velocity *= ..., parameter -= ...) instead of making new ones
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    parameter -= lr * velocity
    return parameter, velocity
# %% wrong: plus sign: climbs instead of descending
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + grad
    return parameter + lr * v, v
# %% wrong: Nesterov's step: parameter - lr * (grad + momentum * v)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + grad
    return parameter - lr * (grad + momentum * v), v
# %% wrong: gives only the parameter, the velocity gets lost
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return parameter - lr * velocity
# %% right: element by element over the flat arrays
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = np.array([momentum * a + g for a, g in zip(np.ravel(velocity), np.ravel(grad))]).reshape(np.shape(parameter))
    return np.subtract(parameter, np.multiply(lr, v)), v
