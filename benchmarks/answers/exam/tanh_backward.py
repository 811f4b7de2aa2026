# %% wrong: the derivative is 1 - x², with the input in place of the output
def tanh_backward(grad_output, x):
    return grad_output * (1 - x**2)
# %% wrong: only the slope of tanh, not multiplied by grad_output
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return 1 - y * y
# %% wrong: tanh is squared inside: 1 - tanh(x²)
def tanh_backward(grad_output, x):
    return grad_output * (1 - np.tanh(x ** 2))
# %% wrong: the derivative of the sigmoid, y (1 - y), with y = tanh(x)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)
# %% wrong: multiplied into grad_output in place, so the caller's array changes
def tanh_backward(grad_output, x):
    grad_output *= 1 - np.tanh(x) ** 2
    return grad_output
# %% wrong: 1 / cosh(x) without the square
def tanh_backward(grad_output, x):
    return grad_output / np.cosh(x)
# %% right: by cosh
def tanh_backward(grad_output, x):
    return grad_output / np.cosh(x) ** 2
