# %% wrong: weight is transposed in grad_x (grad_output @ weight.T): ValueError unless in equals out
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight.T
    grad_weight = grad_output.T @ x
    return grad_x, grad_weight, grad_output.sum(axis=0)
# %% wrong: grad_bias is summed over the outputs instead of the rows (axis 1): shape (N,) instead of (out,)
def linear_backward(grad_output, x, weight):
    dx = np.einsum("no,oi->ni", grad_output, weight)
    dw = np.einsum("no,ni->oi", grad_output, x)
    db = np.einsum("no->n", grad_output)
    return dx, dw, db
# %% wrong: only the last row reaches grad_weight and grad_bias: the loop over the rows assigns with = instead of adding (right for N = 1)
def linear_backward(grad_output, x, weight):
    rows_x = []
    for g, row in zip(grad_output, x):
        rows_x.append([sum(g[o] * weight[o][i] for o in range(len(g))) for i in range(len(row))])
        grad_weight = np.outer(g, row)
        grad_bias = g.copy()
    return np.array(rows_x), grad_weight, grad_bias
# %% wrong: two mistakes: grad_weight is (in, out), the transpose of weight's shape, and grad_bias keeps a first axis of length 1, shape (1, out)
def linear_backward(grad_output, x, weight):
    grad_x = np.dot(grad_output, weight)
    grad_weight = np.dot(x.T, grad_output)
    grad_bias = np.sum(grad_output, axis=0, keepdims=True)
    return grad_x, grad_weight, grad_bias
# %% right: outer products summed over the rows
def linear_backward(grad_output, x, weight):
    grad_x = (grad_output[:, :, None] * weight[None]).sum(axis=1)
    grad_weight = sum(np.outer(g, row) for g, row in zip(grad_output, x))
    return grad_x, grad_weight, np.ones(len(x)) @ grad_output
