# %% wrong: x is taken for the output of tanh: 1 - x²
def tanh_backward(grad_output, x):
    return grad_output * (1 - x ** 2)
# %% wrong: the slope alone, without the gradient from above
def tanh_backward(grad_output, x):
    return 1 / np.cosh(x) ** 2
# %% wrong: the derivative of the sigmoid, y (1 - y)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)
# %% wrong: cosh overflows for large x: nan or 0 times infinity, by sinh / cosh
def tanh_backward(grad_output, x):
    c = np.cosh(x)
    s = np.sinh(x)
    return grad_output * (c * c - s * s) / (c * c)
# %% right: by exponentials of the absolute value, so nothing overflows
def tanh_backward(grad_output, x):
    e = np.exp(-2 * np.abs(x))
    return grad_output * 4 * e / (1 + e) ** 2
