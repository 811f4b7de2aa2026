# %% wrong: grad_weight is transposed: (in, out) instead of (out, in)
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = x.T @ grad_output
    grad_bias = grad_output.sum(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_x uses weight.T instead of weight: ValueError where in and out differ, wrong numbers where they are equal
def linear_backward(grad_output, x, weight):
    return grad_output @ weight.T, grad_output.T @ x, np.sum(grad_output, axis=0)
# %% wrong: grad_bias is summed over the outputs (axis 1) instead of the rows, so it has N numbers
def linear_backward(grad_output, x, weight):
    dx = np.einsum("no,oi->ni", grad_output, weight)
    dw = np.einsum("no,ni->oi", grad_output, x)
    db = np.einsum("no->n", grad_output)
    return dx, dw, db
# %% wrong: grad_weight and grad_bias are means over the rows instead of sums (divided by N)
def linear_backward(grad_output, x, weight):
    batch = x.shape[0]
    grad_weight = np.dot(grad_output.T, x) / batch
    grad_bias = grad_output.mean(axis=0)
    grad_x = np.dot(grad_output, weight)
    return grad_x, grad_weight, grad_bias
# %% right: row by row, with outer products
def linear_backward(grad_output, x, weight):
    grad_x = np.zeros(x.shape)
    grad_weight = np.zeros(weight.shape)
    grad_bias = np.zeros(weight.shape[0])
    for n, (g, row) in enumerate(zip(grad_output, x)):
        grad_x[n] = (g[:, None] * weight).sum(axis=0)
        grad_weight += np.outer(g, row)
        grad_bias += g
    return grad_x, grad_weight, grad_bias
