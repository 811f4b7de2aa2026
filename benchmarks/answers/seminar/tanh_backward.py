# %% wrong: uses the input x in place of the output y: 1 - x ** 2
def tanh_backward(grad_output, x):
    return grad_output * (1 - x ** 2)
# %% wrong: the derivative of the sigmoid's form, y * (1 - y), instead of 1 - y ** 2
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)
# %% wrong: multiplies grad_output in place, so the argument is changed
def tanh_backward(grad_output, x):
    t = np.tanh(x)
    grad_output *= 1 - t * t
    return grad_output
# %% wrong: the gradient from above is forgotten; right only where it is 1
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    slope = 1 - np.square(y)
    return slope
# %% right: by factors, (1 - y)(1 + y)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return (grad_output - grad_output * y) * (1 + y)
