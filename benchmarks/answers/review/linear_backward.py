# %% wrong: grad_bias is the mean over the rows, not the sum
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output.mean(axis=0)
# %% wrong: grad_weight is transposed, (in, out)
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = x.T @ grad_output
    return grad_x, grad_weight, grad_output.sum(axis=0)
# %% wrong: grad_bias is not added up over the rows, (N, out)
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = grad_output.T @ x
    grad_bias = grad_output.copy()
    return grad_x, grad_weight, grad_bias
