# %% wrong: passes at 0 (>=)
def relu_backward(grad_output, x):
    return np.where(x >= 0, grad_output, 0)
# %% wrong: writes zeros into grad_output
def relu_backward(grad_output, x):
    grad_output[x <= 0] = 0
    return grad_output
# %% wrong: gates by the gradient's sign (deconvnet)
def relu_backward(grad_output, x):
    return np.maximum(grad_output, 0)
# %% wrong: guided backprop: both gates
def relu_backward(grad_output, x):
    return grad_output * (x > 0) * (grad_output > 0)
# %% wrong: multiplies by relu(x), not by its slope
def relu_backward(grad_output, x):
    return grad_output * np.maximum(x, 0)
# %% wrong: np.sign: negative places turn the gradient
def relu_backward(grad_output, x):
    return grad_output * np.sign(x)
# %% right: mask
def relu_backward(grad_output, x):
    return grad_output * (x > 0)
# %% right: copy and fill
def relu_backward(grad_output, x):
    g = np.array(grad_output)
    np.putmask(g, ~(x > 0), 0)
    return g
