# %% wrong: the gradient passes where x is exactly 0 (>= instead of >)
def relu_backward(grad_output, x):
    return np.where(x >= 0, grad_output, 0.0)
# %% wrong: the gate is opened by the sign of the gradient, not by that of x
def relu_backward(grad_output, x):
    return grad_output * (grad_output > 0)
# %% wrong: the answer is right, but it is written into grad_output, which is changed
def relu_backward(grad_output, x):
    grad_output[x <= 0] = 0
    return grad_output
# %% wrong: negative gradients are stopped, too, also where x was positive
def relu_backward(grad_output, x):
    passed = (x > 0) * grad_output
    return np.maximum(passed, 0)
# %% right: step function
def relu_backward(grad_output, x):
    return np.multiply(np.heaviside(np.asarray(x, float), 0.0), grad_output)
