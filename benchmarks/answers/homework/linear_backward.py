# %% wrong: grad_bias averaged
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output.mean(axis=0)
# %% wrong: all divided by N, though the mean belongs to the loss
def linear_backward(grad_output, x, weight):
    n = len(x)
    return grad_output @ weight, grad_output.T @ x / n, grad_output.sum(0) / n
# %% wrong: weight gradient (in, out), as for x @ weight
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, x.T @ grad_output, grad_output.sum(axis=0)
# %% wrong: grad_bias keeps (1, out)
def linear_backward(grad_output, x, weight):
    return grad_output.dot(weight), grad_output.T.dot(x), grad_output.sum(axis=0, keepdims=True)
# %% wrong: grad_output @ weight.T: crash unless square, wrong if square
def linear_backward(grad_output, x, weight):
    return grad_output @ weight.T, grad_output.T @ x, np.sum(grad_output, axis=0)
# %% right: matrix products
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0)
# %% right: sums of outer products
def linear_backward(grad_output, x, weight):
    gw = sum(np.outer(g, row) for g, row in zip(grad_output, x))
    return np.einsum("no,oi->ni", grad_output, weight), gw, np.ones(len(x)) @ grad_output
