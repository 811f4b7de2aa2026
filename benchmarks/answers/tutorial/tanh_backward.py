# %% wrong: math.tanh is called with an array, which raises TypeError (only a single number can be converted)
def tanh_backward(grad_output, x):
    y = math.tanh(x)
    return grad_output * (1 - y * y)
# %% wrong: tanh is written with exp of x, which overflows to inf / inf = nan for large |x| (above about 710); right for moderate x
def tanh_backward(grad_output, x):
    up, down = np.exp(x), np.exp(-x)
    y = (up - down) / (up + down)
    return grad_output * (1 - y**2)
# %% wrong: the square stands inside, 1 - tanh(x**2) instead of 1 - tanh(x)**2
def tanh_backward(grad_output, x):
    slope = 1 - np.tanh(np.square(x))
    return slope * grad_output
# %% wrong: two mistakes: the derivative is 1 - x², of the input instead of tanh(x), and it is not multiplied by grad_output
def tanh_backward(grad_output, x):
    return 1 - x * x
# %% right: by 1 / cosh² in a form that does not overflow
def tanh_backward(grad_output, x):
    small = np.exp(-2 * np.abs(np.asarray(x, dtype=float)))
    return grad_output * 4 * small / (1 + small) ** 2
