# %% wrong: the learning rate goes into the velocity, not into the step
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + lr * grad
    return parameter - v, v

# %% wrong: the gradient enters the velocity with the share 1 - momentum, as in a running mean
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = np.average(np.stack([velocity, grad]), axis=0, weights=[momentum, 1 - momentum])
    return parameter - lr * velocity, velocity

# %% wrong: the velocity that was passed is changed in place
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    return parameter - lr * velocity, velocity

# %% right: a matrix that takes (parameter, velocity, gradient) to the new pair
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    step = np.array([[1.0, -lr * momentum, -lr], [0.0, momentum, 1.0]])
    new = np.tensordot(step, np.stack([parameter, velocity, grad]), axes=1)
    return new[0], new[1]
