# %% wrong: grad_weight is transposed: x.T @ grad_output is (in, out) and not (out, in)
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = x.T @ grad_output
    grad_bias = grad_output.sum(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: two mistakes: grad_bias sums over the outputs (axis=1), so it has the shape (N,) and not (out,), and grad_x and grad_weight are returned in the wrong order
def linear_backward(grad_output, x, weight):
    gx = np.einsum("no,oi->ni", grad_output, weight)
    gw = np.einsum("no,ni->oi", grad_output, x)
    return gw, gx, grad_output.sum(axis=1)
# %% wrong: grad_weight and grad_bias are divided by N, a mean over the rows and not a sum
def linear_backward(grad_output, x, weight):
    N = x.shape[0]
    dx = np.dot(grad_output, weight)
    dw = np.dot(grad_output.T, x) / N
    db = np.mean(grad_output, axis=0)
    return dx, dw, db
# %% wrong: grad_x uses weight.T, so grad_output @ weight.T raises ValueError (shapes do not fit) unless in equals out, where it is wrong
def linear_backward(grad_output, x, weight):
    grad_bias = np.ones(len(x)) @ grad_output
    grad_weight = grad_output.T @ x
    grad_x = grad_output @ weight.T
    return grad_x, grad_weight, grad_bias
# %% right: sums of outer products row by row
def linear_backward(grad_output, x, weight):
    with_one = np.concatenate([x, np.ones((len(x), 1))], axis=1)
    both = sum(np.outer(g, row) for g, row in zip(grad_output, with_one))
    grad_x = np.stack([g @ weight for g in grad_output])
    return grad_x, both[:, :-1], both[:, -1]
