# %% wrong: takes x for the output of tanh, 1 - x² in place of 1 - tanh(x)²
def tanh_backward(grad_output, x):
    return grad_output * (1.0 - np.square(x))


# %% wrong: divides by cosh(x), not by its square
def tanh_backward(grad_output, x):
    return grad_output / np.cosh(x)


# %% wrong: uses the derivative of the sigmoid, y(1 - y)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)


# %% right: by the exponential of -2|x|
def tanh_backward(grad_output, x):
    e = np.exp(-2 * np.abs(x))
    return grad_output * 4 * e / (1 + e) ** 2
