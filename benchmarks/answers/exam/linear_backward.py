# %% wrong: bias and weight gradients of the first row only
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = np.outer(grad_output[0], x[0])
    grad_bias = grad_output[0]
    return grad_x, grad_weight, grad_bias

# %% wrong: grad_weight is (in, out), transposed
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, x.T @ grad_output, grad_output.sum(axis=0)

# %% wrong: keepdims leaves a bias of shape (1, out)
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, np.sum(grad_output, axis=0, keepdims=True)

# %% wrong: the bias is summed over the outputs, one number per row
def linear_backward(grad_output, x, weight):
    grad_x = np.einsum("no,oi->ni", grad_output, weight)
    grad_weight = np.einsum("no,ni->oi", grad_output, x)
    grad_bias = np.einsum("no->n", grad_output)
    return grad_x, grad_weight, grad_bias

# %% wrong: divides weight and bias gradients by the number of rows
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x / len(x), grad_output.mean(axis=0)

# %% wrong: weight.T as in the forward pass, ValueError unless in and out are equal
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight.T
    return grad_x, grad_output.T @ x, grad_output.sum(axis=0)

# %% right: row by row
def linear_backward(grad_output, x, weight):
    grad_x = np.zeros(x.shape)
    grad_weight, grad_bias = np.zeros(weight.shape), np.zeros(len(weight))
    for n, (g, row) in enumerate(zip(grad_output, x)):
        grad_x[n] = weight.T @ g
        grad_weight += np.outer(g, row)
        grad_bias += g
    return grad_x, grad_weight, grad_bias
