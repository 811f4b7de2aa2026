# %% wrong: two mistakes: grad_weight comes out transposed, (in, out) instead of (out, in) (x.T @ grad_output), and grad_bias is the sum of all of grad_output, one number, instead of one sum for each output
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = x.T @ grad_output
    grad_bias = grad_output.sum()
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_bias is summed over the wrong axis (1, the outputs, instead of 0, the rows), so it has N numbers instead of one for each output
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, np.sum(grad_output, axis=1)
# %% wrong: grad_weight and grad_bias are divided by N (the mean over the rows instead of the sum)
def linear_backward(grad_output, x, weight):
    N = x.shape[0]
    dx = np.dot(grad_output, weight)
    dw = np.dot(grad_output.T, x) / N
    db = grad_output.mean(axis=0)
    return dx, dw, db
# %% wrong: grad_x uses weight.T (as the forward pass does) instead of weight: ValueError, unless in and out are equally many, where the values are wrong
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight.T
    grad_weight = np.einsum("no,ni->oi", grad_output, x)
    grad_bias = np.einsum("no->o", grad_output)
    return grad_x, grad_weight, grad_bias
# %% right: outer products added row by row, the bias as a weight of a column of ones
def linear_backward(grad_output, x, weight):
    with_one = np.hstack([x, np.ones((len(x), 1))])
    both = np.zeros((weight.shape[0], weight.shape[1] + 1))
    for gradient, row in zip(grad_output, with_one):
        both += np.outer(gradient, row)
    return (weight.T @ grad_output.T).T, both[:, :-1], both[:, -1]
