# %% wrong: the gate is opened by the sign of grad_output instead of the sign of x (negative gradients are set to 0)
def relu_backward(grad_output, x):
    return np.where(grad_output > 0, grad_output, 0.0)
# %% wrong: returns only the slope of relu at x, 1 or 0, and does not multiply it by grad_output
def relu_backward(grad_output, x):
    gate = (x > 0).astype(float)
    return gate
# %% wrong: two mistakes: the zeros are written into grad_output, so the argument is changed, and the gradient passes where x is exactly 0
def relu_backward(grad_output, x):
    grad_output[x < 0] = 0
    return grad_output
# %% wrong: multiplies the gradient by relu(x) instead of by its slope, 1 or 0
def relu_backward(grad_output, x):
    activated = np.maximum(x, 0)
    return grad_output * activated
# %% right: a product with np.heaviside
def relu_backward(grad_output, x):
    slope = np.heaviside(x, 0.0)
    return np.multiply(slope, grad_output)
