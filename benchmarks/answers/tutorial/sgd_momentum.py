# %% wrong: the learning rate is inside of the velocity (v = m v + lr g, w = w - v), so the velocity that is returned is another one, and so is the step unless the old velocity is 0; right for lr = 1
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    new_velocity = momentum * velocity + lr * grad
    return parameter - new_velocity, new_velocity
# %% wrong: Nesterov's step: the parameter moves by lr · (g + m v) with the new v, not by lr · v; the velocity is right
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = momentum * velocity + grad
    return parameter - lr * (grad + momentum * v), v
# %% wrong: returns the parameter alone, the velocity is not handed back
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    parameter = parameter - lr * velocity
    return parameter
# %% wrong: two mistakes: the step is made with the old velocity, before it is updated, and velocity is changed in place instead of making a new array
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    moved = parameter - lr * velocity
    velocity *= momentum
    velocity += grad
    return moved, velocity
# %% right: element by element
def sgd_momentum(parameter, grad, velocity, lr, momentum=0.9):
    v = np.empty(np.shape(parameter))
    w = np.empty(np.shape(parameter))
    for place in np.ndindex(v.shape):
        v[place] = momentum * velocity[place] + grad[place]
        w[place] = parameter[place] - lr * v[place]
    return w, v
