# %% wrong: 1 - x ** 2 with the input x instead of the output tanh(x)
def tanh_backward(grad_output, x):
    return grad_output * (1 - x**2)
# %% wrong: the square is missing, 1 - tanh(x) instead of 1 - tanh(x) ** 2
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    slope = 1 - y
    return slope * grad_output
# %% wrong: the slope y * (1 - y), which is the sigmoid's, is used with y = tanh(x)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)
# %% wrong: grad_output is left out, only the slope 1 - tanh(x) ** 2 is returned
def tanh_backward(grad_output, x):
    t = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    return 1 - t * t
# %% right: the slope as 1 / cosh squared
def tanh_backward(grad_output, x):
    return grad_output / np.square(np.cosh(x))
