# %% wrong: grad_weight is transposed: x.T @ grad_output has the shape (in, out), not (out, in)
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = x.T @ grad_output
    grad_bias = grad_output.sum(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_bias is summed along axis 1, over the outputs, so it has a number for each row (N,) and not for each output (out,)
def linear_backward(grad_output, x, weight):
    return (np.dot(grad_output, weight),
            np.dot(grad_output.T, x),
            np.sum(grad_output, axis=1))
# %% wrong: two mistakes: grad_weight and grad_bias are divided by N (mean over the rows, where they should add up), and grad_bias has the shape (1, out), because keepdims=True is left in
def linear_backward(grad_output, x, weight):
    N = x.shape[0]
    dx = grad_output @ weight
    dw = grad_output.T @ x / N
    db = grad_output.mean(axis=0, keepdims=True)
    return dx, dw, db
# %% wrong: grad_x is grad_output @ weight.T, copied from the forward pass: ValueError unless weight is square, and then it is multiplied by the transposed matrix
def linear_backward(grad_output, x, weight):
    g = grad_output
    return g @ weight.T, g.T @ x, g.sum(0)
# %% right: einsum, and the bias as the weight of a column of ones
def linear_backward(grad_output, x, weight):
    extended = np.hstack([x, np.ones((len(x), 1))])
    both = np.einsum("no,ni->oi", grad_output, extended)
    return np.einsum("no,oi->ni", grad_output, weight), both[:, :-1], both[:, -1]
