# %% wrong: 1 - x ** 2, the input is taken for the output of tanh
def tanh_backward(grad_output, x):
    return grad_output * (1 - x ** 2)
# %% wrong: the square is forgotten, 1 - tanh(x)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    slope = 1 - y
    return slope * grad_output
# %% wrong: only the derivative is returned, grad_output is not used; right where it is 1
def tanh_backward(grad_output, x):
    derivative = 1 / np.cosh(x) ** 2
    return derivative
# %% wrong: two mistakes: the derivative of sigmoid is used, y * (1 - y) with y = tanh(x); and *= changes the argument grad_output
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    grad_output *= y * (1 - y)
    return grad_output
# %% right: from exp of -2|x|, which cannot overflow
def tanh_backward(grad_output, x):
    small = np.exp(-2 * np.abs(x))
    return np.asarray(grad_output) * (4 * small / (1 + small) ** 2)
