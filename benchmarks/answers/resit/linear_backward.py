# %% wrong: grad_weight is x.T @ grad_output, the transpose (in, out) of what it should be
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = x.T @ grad_output
    grad_bias = grad_output.sum(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_weight and grad_bias are divided by N, although the 1 / N belongs to the loss
def linear_backward(grad_output, x, weight):
    n = len(x)
    return grad_output @ weight, grad_output.T @ x / n, grad_output.mean(axis=0)
# %% wrong: grad_bias is summed over the outputs (axis 1) instead of over the rows, so it has the shape (N,)
def linear_backward(grad_output, x, weight):
    grad_x = np.dot(grad_output, weight)
    grad_weight = np.einsum("no,ni->oi", grad_output, x)
    grad_bias = np.sum(grad_output, axis=1)
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_x is grad_output @ weight.T, which ends in a ValueError unless the layer has as many outputs as inputs
def linear_backward(grad_output, x, weight):
    return grad_output @ weight.T, grad_output.T @ x, grad_output.sum(axis=0)
# %% right: outer products of each row, added up
def linear_backward(grad_output, x, weight):
    grad_x = (grad_output[:, :, None] * weight[None]).sum(axis=1)
    grad_weight = sum(np.outer(grad, row) for grad, row in zip(grad_output, x))
    return grad_x, grad_weight, np.ones(len(grad_output)) @ grad_output
