# %% wrong: the weight's gradient is transposed, (in, out)
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, x.T @ grad_output, grad_output.sum(axis=0)
# %% wrong: the bias's gradient is added over the outputs, (N,)
def linear_backward(grad_output, x, weight):
    grad_bias = np.array([row.sum() for row in grad_output])
    return grad_output.dot(weight), grad_output.T.dot(x), grad_bias
# %% wrong: divides by the number of rows once more, though the loss is a mean already
def linear_backward(grad_output, x, weight):
    n = x.shape[0]
    gx = np.einsum("no,oi->ni", grad_output, weight)
    gw = np.einsum("no,ni->oi", grad_output, x) / n
    gb = grad_output.mean(axis=0)
    return gx, gw, gb
# %% wrong: weight.T is used for grad_x, the shapes do not fit (a ValueError unless it is square)
def linear_backward(grad_output, x, weight):
    gx = np.matmul(grad_output, weight.T)
    return gx, np.matmul(grad_output.T, x), np.sum(grad_output, axis=0)
# %% wrong: the weight's gradient comes first
def linear_backward(grad_output, x, weight):
    return grad_output.T @ x, grad_output @ weight, grad_output.sum(axis=0)
# %% right: outer products added row by row
def linear_backward(grad_output, x, weight):
    grad_x, grad_weight = np.zeros(x.shape), np.zeros(weight.shape)
    grad_bias = np.zeros(len(weight))
    for n, (g, row) in enumerate(zip(grad_output, x)):
        grad_x[n] = weight.T @ g
        grad_weight += np.outer(g, row)
        grad_bias += g
    return grad_x, grad_weight, grad_bias
