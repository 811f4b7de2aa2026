# %% wrong: grad_x is grad_output @ weight.T, which raises ValueError unless in and out are equal, and is wrong then
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight.T
    grad_weight = grad_output.T @ x
    grad_bias = grad_output.sum(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: two mistakes: grad_weight is transposed, (in, out), and grad_bias adds along each row and has one number for each image instead of each output
def linear_backward(grad_output, x, weight):
    dx = np.dot(grad_output, weight)
    dw = np.dot(x.T, grad_output)
    db = np.sum(grad_output, axis=1)
    return dx, dw, db
# %% wrong: the gradients of weight and bias are means over the N rows instead of sums (divided by N); right for one row
def linear_backward(grad_output, x, weight):
    n = len(x)
    grad_x = np.einsum("no,oi->ni", grad_output, weight)
    grad_weight = np.einsum("no,ni->oi", grad_output, x) / n
    grad_bias = grad_output.mean(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_weight is the outer product of the summed gradients and the summed inputs, which mixes rows with each other; right for one row only
def linear_backward(grad_output, x, weight):
    grad_bias = grad_output.sum(axis=0)
    grad_weight = np.outer(grad_bias, x.sum(axis=0))
    return grad_output @ weight, grad_weight, grad_bias
# %% right: row by row
def linear_backward(grad_output, x, weight):
    grad_x = np.array([row @ weight for row in grad_output])
    grad_weight = sum(np.outer(row, pixels) for row, pixels in zip(grad_output, x))
    return grad_x, grad_weight, sum(grad_output)
