# %% wrong: 1 - x² instead of 1 - tanh(x)²: the input is taken for the output
def tanh_backward(grad_output, x):
    return grad_output * (1 - x**2)
# %% wrong: the derivative of the sigmoid, y (1 - y), with y = tanh(x)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)
# %% wrong: the slope is taken at grad_output instead of at x, and multiplied by x: the arguments are mixed up
def tanh_backward(grad_output, x):
    y = np.tanh(grad_output)
    return x * (1 - y * y)
# %% wrong: the square is forgotten: 1 - tanh(x)
def tanh_backward(grad_output, x):
    slope = 1 - np.tanh(x)
    return np.multiply(grad_output, slope)
# %% right: four times sigmoid(2x) times sigmoid(-2x)
def tanh_backward(grad_output, x):
    small = np.exp(-2 * np.abs(x))
    return grad_output * (4 * small / (1 + small) ** 2)
