# %% wrong: the sigmoid's derivative y · (1 - y) is used, with y = tanh(x), instead of 1 - y²
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)
# %% wrong: the square is inside the tanh, 1 - tanh(x²) instead of 1 - tanh(x)²
def tanh_backward(grad_output, x):
    return grad_output * (1 - np.tanh(x**2))
# %% wrong: grad_output is changed in place by *=
def tanh_backward(grad_output, x):
    slope = 1 - np.tanh(x) ** 2
    grad_output *= slope
    return grad_output
# %% wrong: x is taken for the output of tanh, the derivative is computed as 1 - x²
def tanh_backward(grad_output, x):
    y = x
    local = 1 - y * y
    return local * grad_output
# %% right: by 1 / cosh²
def tanh_backward(grad_output, x):
    return np.divide(grad_output, np.square(np.cosh(np.asarray(x, dtype=float))))
