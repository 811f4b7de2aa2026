# %% wrong: 1 - x ** 2 in place of 1 - tanh(x) ** 2: x is taken for the output
def tanh_backward(grad_output, x):
    return grad_output * (1 - x ** 2)
# %% wrong: the derivative alone is returned, not multiplied by grad_output; right only where grad_output is 1
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    slope = 1 - y * y
    return slope
# %% wrong: y * (1 - y), the derivative of the sigmoid, is used with y = tanh(x)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return np.multiply(grad_output, y * (1.0 - y))
# %% wrong: the square is missing: 1 - tanh(x) instead of 1 - tanh(x) ** 2 (nearly right only around x = 0 and for large positive x)
def tanh_backward(grad_output, x):
    t = np.tanh(x)
    return (1 - t) * grad_output
# %% right: two factors (1 - y)(1 + y) written with exponentials of -2|x|, so that nothing overflows
def tanh_backward(grad_output, x):
    e = np.exp(-2.0 * np.abs(x))
    return 4.0 * e / (1.0 + e) ** 2 * grad_output
