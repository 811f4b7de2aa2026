# %% wrong: the two arguments have changed roles: x times the slope of tanh at grad_output
def tanh_backward(grad_output, x):
    y = np.tanh(grad_output)
    return x * (1 - y**2)
# %% wrong: the slope is y (1 - y), the formula of sigmoid, instead of 1 - y squared
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    slope = y * (1 - y)
    return grad_output * slope
# %% wrong: the square is taken inside tanh, 1 - tanh(x squared) instead of 1 - tanh(x) squared
def tanh_backward(grad_output, x):
    return grad_output * (1 - np.tanh(x**2))
# %% wrong: math.tanh is called on a whole array, which raises a TypeError
def tanh_backward(grad_output, x):
    y = math.tanh(x)
    return grad_output * (1 - y * y)
# %% right: the slope written with exponentials of -2|x|, which cannot overflow
def tanh_backward(grad_output, x):
    e = np.exp(-2.0 * np.abs(x))
    return 4 * e / (1 + e) ** 2 * grad_output
