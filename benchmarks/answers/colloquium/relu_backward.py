# %% wrong: the gate is opened by grad_output > 0 and not by x > 0, so negative gradients are stopped and x is ignored
def relu_backward(grad_output, x):
    return np.where(grad_output > 0, grad_output, 0)
# %% wrong: the gate is x >= 0, so the gradient passes where x is exactly 0
def relu_backward(grad_output, x):
    mask = (x >= 0).astype(float)
    return grad_output * mask
# %% wrong: grad_output is changed in place (set to 0 where x <= 0) and returned itself
def relu_backward(grad_output, x):
    grad_x = grad_output
    grad_x[x <= 0] = 0
    return grad_x
# %% wrong: the gradient is multiplied by relu(x), the value, and not by the slope 1 or 0
def relu_backward(grad_output, x):
    return grad_output * np.maximum(x, 0)
# %% right: a copy with the closed places put to 0
def relu_backward(grad_output, x):
    result = np.array(grad_output)
    np.putmask(result, ~(np.asarray(x) > 0), 0)
    return result
