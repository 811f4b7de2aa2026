# %% wrong: grad_weight is x.T @ grad_output, shape (in, out), the transpose of the weight
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, x.T @ grad_output, grad_output.sum(axis=0)
# %% wrong: uses weight.T for grad_x as in the forward pass; shapes do not fit unless in == out, and then the numbers are wrong
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight.T
    grad_weight = grad_output.T @ x
    grad_bias = grad_output.sum(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: the bias gradient is the mean over the batch instead of the sum (right for N = 1)
def linear_backward(grad_output, x, weight):
    grad_x = np.dot(grad_output, weight)
    grad_weight = np.dot(grad_output.T, x)
    grad_bias = grad_output.mean(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: the bias gradient is not summed over the batch at all: (N, out) instead of (out,)
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output
# %% wrong: sums the bias gradient over the outputs (axis 1) and gets (N,)
def linear_backward(grad_output, x, weight):
    grad_bias = np.sum(grad_output, axis=1)
    return grad_output.dot(weight), grad_output.T.dot(x), grad_bias
# %% wrong: divides the weight's and the bias' gradient by N, though grad_output has the 1 / N of the mean already (right for N = 1)
def linear_backward(grad_output, x, weight):
    n = x.shape[0]
    dw = grad_output.T @ x / n
    db = np.sum(grad_output, axis=0) / n
    return grad_output @ weight, dw, db
# %% wrong: the bias gradient keeps its batch axis, (1, out), by keepdims
def linear_backward(grad_output, x, weight):
    gx = np.einsum("no,oi->ni", grad_output, weight)
    gw = np.einsum("no,ni->oi", grad_output, x)
    gb = grad_output.sum(axis=0, keepdims=True)
    return gx, gw, gb
# %% right: outer products image by image
def linear_backward(grad_output, x, weight):
    grad_x = np.zeros(x.shape)
    grad_weight = np.zeros(weight.shape)
    grad_bias = np.zeros(len(weight))
    for n, g in enumerate(grad_output):
        grad_x[n] = weight.T @ g
        grad_weight += np.outer(g, x[n])
        grad_bias += g
    return grad_x, grad_weight, grad_bias
