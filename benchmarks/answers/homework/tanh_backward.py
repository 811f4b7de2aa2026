# %% wrong: 1 - x**2: takes x for y
def tanh_backward(grad_output, x):
    return grad_output * (1 - x ** 2)
# %% wrong: 1 - tanh(x): not squared
def tanh_backward(grad_output, x):
    return grad_output * (1 - np.tanh(x))
# %% wrong: multiplies in place: grad_output changed
def tanh_backward(grad_output, x):
    grad_output *= 1 - np.tanh(x) ** 2
    return grad_output
# %% wrong: sigmoid's derivative y (1 - y)
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)
# %% wrong: by exponentials: nan for large |x|
def tanh_backward(grad_output, x):
    y = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    return grad_output * (1 - y ** 2)
# %% right: tanh
def tanh_backward(grad_output, x):
    return grad_output * (1 - np.tanh(x) ** 2)
# %% right: factors
def tanh_backward(grad_output, x):
    y = np.tanh(x)
    return np.multiply(grad_output, (1 + y) * (1 - y))
