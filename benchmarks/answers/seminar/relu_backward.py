# %% wrong: the gate looks at the gradient instead of at x, so negative gradients are stopped and x is ignored
def relu_backward(grad_output, x):
    return np.maximum(grad_output, 0)
# %% wrong: the gradient passes also where x is exactly 0
def relu_backward(grad_output, x):
    return np.where(x < 0, 0.0, grad_output)
# %% wrong: writes the zeros into grad_output itself, so the argument is changed
def relu_backward(grad_output, x):
    grad_x = grad_output
    grad_x[x <= 0] = 0
    return grad_x
# %% wrong: multiplies by relu(x) instead of by its slope, so each gradient is scaled by x
def relu_backward(grad_output, x):
    active = np.maximum(x, 0)
    return grad_output * active
# %% right: an array of zeros, filled through the mask
def relu_backward(grad_output, x):
    passed = np.zeros_like(grad_output)
    np.copyto(passed, grad_output, where=np.greater(x, 0))
    return passed
