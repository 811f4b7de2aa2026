# %% wrong: the sign of x as a factor, negative x turn the gradient round instead of ending it
def relu_backward(grad_output, x):
    return grad_output * np.sign(x)

# %% wrong: np.where gives x itself where it is not positive, instead of 0
def relu_backward(grad_output, x):
    return np.where(x > 0, grad_output, x)

# %% wrong: the gradient decides as well, negative gradients are stopped
def relu_backward(grad_output, x):
    return np.maximum(grad_output, 0) * (x > 0)

# %% wrong: zeros are written into the caller's grad_output
def relu_backward(grad_output, x):
    grad_output[x <= 0] = 0
    return grad_output

# %% wrong: "if x > 0" on an array, ValueError: truth value is ambiguous
def relu_backward(grad_output, x):
    if x > 0:
        return grad_output
    else:
        return np.zeros_like(grad_output)

# %% wrong: relu(x) / x as the slope, 0 / 0 is nan at x = 0
def relu_backward(grad_output, x):
    return grad_output * (np.maximum(x, 0) / x)

# %% right: a masked copy
def relu_backward(grad_output, x):
    grad = np.array(grad_output, copy=True)
    grad[~(x > 0)] = 0
    return grad
