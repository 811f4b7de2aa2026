# %% wrong: the input is used as if it were the output: 1 - x² instead of 1 - tanh(x)² (right at 0, near it almost)
def tanh_backward(grad_output, x):
    return grad_output * (1 - x ** 2)
# %% wrong: the derivative has the form of the sigmoid's: y (1 - y) instead of 1 - y²
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)
# %% wrong: two mistakes: grad_output is left out, so the slope alone is returned (right for a gradient of 1), and math.tanh in a list comprehension over x's first axis raises TypeError for arrays with more than one axis
def tanh_backward(grad_output, x):
    ys = [math.tanh(v) for v in x]
    return np.array([1 - y * y for y in ys])
# %% wrong: the square stands inside of tanh: 1 - tanh(x²) instead of 1 - tanh(x)² (right at 0, and for large x where both are almost 0)
def tanh_backward(grad_output, x):
    slope = np.ones(np.shape(x)) - np.tanh(np.square(x))
    return np.multiply(slope, grad_output)
# %% right: factored, (1 + y)(1 - y)
def tanh_backward(grad_output, x):
    y = np.tanh(np.asarray(x, dtype=float))
    return np.multiply(grad_output, (1 + y) * (1 - y))
