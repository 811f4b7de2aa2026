# %% wrong: grad_weight comes out transposed, (in, out) instead of (out, in)
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = x.T @ grad_output
    grad_bias = grad_output.sum(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_bias is the mean over the rows instead of the sum; shows with N above 1
def linear_backward(grad_output, x, weight):
    dx = np.einsum("no,oi->ni", grad_output, weight)
    dw = np.einsum("no,ni->oi", grad_output, x)
    db = np.mean(grad_output, axis=0)
    return dx, dw, db
# %% wrong: grad_bias adds along axis 1, one number for each row instead of one for each output
def linear_backward(grad_output, x, weight):
    grad_weight = np.zeros(weight.shape)
    for g, row in zip(grad_output, x):
        grad_weight += np.outer(g, row)
    return np.dot(grad_output, weight), grad_weight, grad_output.sum(axis=1)
# %% wrong: grad_x multiplies by weight.T: crash unless in equals out, and then the wrong numbers
def linear_backward(grad_output, x, weight):
    # forward was x @ weight.T, so backward uses weight.T too
    gx = grad_output @ weight.T
    gw = grad_output.T @ x
    gb = np.sum(grad_output, axis=0)
    return gx, gw, gb
# %% right: the bias as one more column of ones
def linear_backward(grad_output, x, weight):
    with_one = np.hstack([x, np.ones((len(x), 1))])
    both = np.tensordot(grad_output, with_one, axes=(0, 0))
    return np.tensordot(grad_output, weight, axes=(1, 0)), both[:, :-1], both[:, -1]
