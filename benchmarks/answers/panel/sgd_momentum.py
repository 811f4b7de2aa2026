# %% wrong: the step uses the old velocity and not the new one (the returned velocity is right)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_parameter = parameter - lr * velocity
    new_velocity = momentum * velocity + grad
    return new_parameter, new_velocity
# %% wrong: the learning rate stands inside the velocity: v = m v + lr g, w = w - v; right when lr is 1
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + lr * grad
    return parameter - v, v
# %% wrong: parameter and velocity that were passed are changed in place (the numbers are right)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    parameter -= lr * velocity
    return parameter, velocity
# %% wrong: the gradient comes into the velocity with the share 1 - momentum only (a running mean); right when momentum is 0
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    # moving average of the gradients
    velocity = momentum * velocity + (1.0 - momentum) * grad
    parameter = parameter - lr * velocity
    return parameter, velocity
# %% right: one matrix product on the stacked (w, v, g)
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    table = np.array([[1.0, -lr * momentum, -lr],
                      [0.0, momentum, 1.0]])
    w, v = np.tensordot(table, np.stack([parameter, velocity, grad]), axes=1)
    return w, v
