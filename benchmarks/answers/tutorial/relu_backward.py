# %% wrong: the numbers are right, but grad_output is changed in place (and returned itself)
def relu_backward(grad_output, x):
    grad_output[x <= 0] = 0
    return grad_output
# %% wrong: the slope is computed as relu(x) / x, which is 0 / 0 = nan where x is exactly 0; right elsewhere
def relu_backward(grad_output, x):
    slope = np.maximum(x, 0) / x
    return grad_output * slope
# %% wrong: asks `if x > 0` of a whole array, which raises ValueError (truth value of an array is ambiguous); works for a single number only
def relu_backward(grad_output, x):
    if x > 0:
        return grad_output
    else:
        return 0 * grad_output
# %% wrong: two mistakes: negative gradients are set to 0 as well (the gradient is put through a ReLU), and where x is 0 the gradient passes
def relu_backward(grad_output, x):
    gate = np.where(x < 0, 0.0, 1.0)
    return np.maximum(grad_output, 0) * gate
# %% right: np.where
def relu_backward(grad_output, x):
    return np.where(np.asarray(x) > 0, grad_output, 0.0)
