# %% wrong: lets the gradient pass where x is 0 (>= instead of >)
def relu_backward(grad_output, x):
    return grad_output * (x >= 0)
# %% wrong: writes the zeros into grad_output itself; the argument is changed
def relu_backward(grad_output, x):
    grad_output[x <= 0] = 0
    return grad_output
# %% wrong: looks at the sign of the gradient instead of the sign of x
def relu_backward(grad_output, x):
    return np.where(grad_output > 0, grad_output, 0)
# %% wrong: applies relu to x and multiplies: x times the gradient instead of 1 times the gradient
def relu_backward(grad_output, x):
    return grad_output * np.maximum(x, 0)
# %% wrong: returns only the slope of relu and forgets to multiply by grad_output
def relu_backward(grad_output, x):
    return (x > 0).astype(float)
# %% wrong: slope 1/2 at the kink, another convention: np.heaviside(x, 0.5) gives half the gradient where x is 0
def relu_backward(grad_output, x):
    return grad_output * np.heaviside(x, 0.5)
# %% right: copy, then zero by index
def relu_backward(grad_output, x):
    result = np.array(grad_output)
    result[np.logical_not(x > 0)] = 0
    return result
# %% right: element by element with a loop over flat arrays
def relu_backward(grad_output, x):
    return np.array([g if v > 0 else 0 for g, v in zip(grad_output.ravel(), x.ravel())], dtype=grad_output.dtype).reshape(x.shape)
