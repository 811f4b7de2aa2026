# %% wrong: takes x for y: grad * (1 - x ** 2), as if tanh(x) had been passed
def tanh_backward(grad_output, x):
    return grad_output * (1 - x ** 2)
# %% wrong: forgets the gradient that comes in
def tanh_backward(grad_output, x):
    return 1 - np.tanh(x) ** 2
# %% wrong: forgets the square
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * (1 - y)
# %% wrong: the derivative of the sigmoid, y * (1 - y), with y = tanh(x)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)
# %% wrong: changes grad_output in place by *= (crash for integers)
def tanh_backward(grad_output, x):
    grad_output *= 1 - np.tanh(x) ** 2
    return grad_output
# %% wrong: sums the result to one number by a dot product
def tanh_backward(grad_output, x):
    return np.sum(grad_output * (1 - np.tanh(x) ** 2))
# %% right: (1 - y)(1 + y)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return np.multiply(grad_output, (1 - y) * (1 + y))
