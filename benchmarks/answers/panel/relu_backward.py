# %% wrong: passes the gradient where x is 0, too (>= in place of >)
def relu_backward(grad_output, x):
    return grad_output * (x >= 0)
# %% wrong: sets zeros in grad_output itself; the numbers are right but the argument is changed
def relu_backward(grad_output, x):
    grad_output[x <= 0] = 0
    return grad_output
# %% wrong: the gradient's own sign decides, not x: negative gradients become 0, and gradients where x is negative pass
def relu_backward(grad_output, x):
    # relu again on the way back
    return np.where(grad_output > 0, grad_output, 0.0)
# %% wrong: multiplies by relu(x) in place of its slope; wrong where x is positive and not 1
def relu_backward(grad_output, x):
    y = np.maximum(x, 0)
    dx = grad_output * y
    return dx
# %% right: heaviside with 0 at 0
def relu_backward(grad_output, x):
    gate = np.heaviside(x, 0.0)
    return np.multiply(gate, grad_output)
