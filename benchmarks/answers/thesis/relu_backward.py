# %% wrong: the gradient passes where x is exactly 0 too (>= in place of >); shows only where x is 0
def relu_backward(grad_output, x):
    return np.where(x >= 0, grad_output, 0.0)
# %% wrong: grad_output itself is set to 0 where the gate is closed: right numbers, but the argument is changed
def relu_backward(grad_output, x):
    grad_x = grad_output
    grad_x[x <= 0] = 0
    return grad_x
# %% wrong: the sign of the gradient decides, not x (ReLU is applied to grad_output)
def relu_backward(grad_output, x):
    # relu lets only the positive through
    return np.maximum(grad_output, 0)
# %% wrong: the gradient is multiplied by relu(x), that is by x itself where x is positive, not by 1
def relu_backward(grad_output, x):
    activated = np.maximum(0, x)
    return grad_output * activated
# %% right: a copy with a mask, closed places set to 0
def relu_backward(grad_output, x):
    passed = np.array(grad_output, copy=True)
    closed = np.logical_not(np.greater(x, 0))
    np.putmask(passed, closed, 0)
    return passed
