# %% wrong: the gradient itself decides (grad_output > 0), and x is ignored
def relu_backward(grad_output, x):
    return grad_output * (grad_output > 0)
# %% wrong: the gradient also passes where x is exactly 0 (>= instead of >)
def relu_backward(grad_output, x):
    return np.where(x >= 0, grad_output, 0)
# %% wrong: grad_output is changed in place (no copy is made); the values returned are right
def relu_backward(grad_output, x):
    grad_x = grad_output
    grad_x[x <= 0] = 0
    return grad_x
# %% wrong: the gradient is multiplied by relu(x) instead of by 1 where x is positive
def relu_backward(grad_output, x):
    active = np.maximum(x, 0)
    return grad_output * active
# %% right: np.heaviside with 0 at 0
def relu_backward(grad_output, x):
    return grad_output * np.heaviside(x, 0.0)
