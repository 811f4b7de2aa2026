# %% wrong: velocity and parameter are changed in place and returned; the numbers are right
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    parameter -= lr * velocity
    return parameter, velocity
# %% wrong: the learning rate stands inside the velocity (v = m v + lr g, w - v); both returned arrays are wrong, but from a velocity of 0 the parameter is right
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + lr * grad
    w = parameter - v
    return w, v
# %% wrong: the step is made with the old velocity, the new one is only returned
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_parameter = parameter - lr * velocity
    new_velocity = momentum * velocity + grad
    return new_parameter, new_velocity
# %% wrong: two mistakes: the gradient is taken times 1 - momentum, and velocity and parameter are returned in the wrong order
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad   # running average
    parameter = parameter - lr * velocity
    return velocity, parameter
# %% right: the step is spelled out in both its parts
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    kept = np.multiply(velocity, momentum)
    return parameter - lr * kept - lr * grad, np.add(kept, grad)
