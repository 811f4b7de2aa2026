# %% wrong: tanh is never taken: the slope is 1 - x**2, as if x were the output of tanh
def tanh_backward(grad_output, x):
    return grad_output * (1 - x**2)
# %% wrong: grad_output is ignored: only the slope 1 - tanh(x)**2 is returned
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    derivative = 1 - y * y
    return derivative
# %% wrong: the formula of the sigmoid, y * (1 - y), with y = tanh(x), instead of 1 - y**2
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)
# %% wrong: the product is written into grad_output in place, so an argument is changed (UFuncTypeError if it holds integers)
def tanh_backward(grad_output, x):
    out = np.tanh(x)
    grad_output *= 1 - out**2
    return grad_output
# %% right: by (1 - t)(1 + t)
def tanh_backward(grad_output, x):
    t = np.tanh(x)
    falling, rising = np.subtract(1, t), np.add(1, t)
    return np.multiply(grad_output, falling * rising)
