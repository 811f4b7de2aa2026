# %% wrong: grad_weight has the shape (in, out), transposed
def linear_backward(grad_output, x, weight):
    grad_x = np.matmul(grad_output, weight)
    grad_kernel = np.matmul(x.T, grad_output)
    grad_bias = np.sum(grad_output, axis=0)
    return grad_x, grad_kernel, grad_bias


# %% wrong: the gradients of weight and bias are means over the rows, not sums
def linear_backward(grad_output, x, weight):
    g = np.asarray(grad_output)
    grad_x = np.einsum("no,oi->ni", g, weight)
    grad_weight = np.mean(g[:, :, None] * x[:, None, :], axis=0)
    return grad_x, grad_weight, np.mean(g, axis=0)


# %% wrong: the bias gradient is summed over the outputs (axis 1), not over the rows
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = grad_output.T @ x
    grad_bias = grad_output.sum(axis=1)
    return grad_x, grad_weight, grad_bias


# %% right: row by row with outer products
def linear_backward(grad_output, x, weight):
    grad_weight, grad_bias = np.zeros(weight.shape), np.zeros(len(weight))
    grad_x = np.zeros(x.shape)
    for n, (g, row) in enumerate(zip(grad_output, x)):
        grad_x[n] = weight.T @ g
        grad_weight += np.outer(g, row)
        grad_bias += g
    return grad_x, grad_weight, grad_bias
