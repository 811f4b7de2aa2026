# %% wrong: the gradient also passes where x is exactly 0 (>= in place of >)
def relu_backward(grad_output, x):
    return np.where(x >= 0, grad_output, 0.0)
# %% wrong: grad_output itself is changed: the zeros are written into the argument, and the same array is returned
def relu_backward(grad_output, x):
    grad_output[x <= 0] = 0
    return grad_output
# %% wrong: grad_output is multiplied by relu(x), so by the value of x, where the gate is 1 or 0
def relu_backward(grad_output, x):
    active = np.maximum(x, 0)
    return grad_output * active
# %% wrong: only positive gradients pass: negative grad_output is set to 0 as well, even where x is positive
def relu_backward(grad_output, x):
    gate = (x > 0) & (grad_output > 0)
    return grad_output * gate
# %% right: a new array, filled where the sign of x is 1
def relu_backward(grad_output, x):
    grad_x = np.zeros(np.shape(grad_output))
    np.copyto(grad_x, grad_output, where=np.sign(x) == 1)
    return grad_x
