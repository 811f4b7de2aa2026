# %% wrong: grad_weight is (in, out), transposed: x.T @ grad_output; wrong shape if in differs from out, wrong numbers also if they are equal
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = x.T @ grad_output
    grad_bias = grad_output.sum(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_bias is the mean over the rows instead of the sum; shows for N above 1
def linear_backward(grad_output, x, weight):
    dx = np.einsum("no,oi->ni", grad_output, weight)
    dw = np.einsum("no,ni->oi", grad_output, x)
    db = np.mean(grad_output, axis=0)
    return dx, dw, db
# %% wrong: crash: weight is transposed in grad_x; the shapes do not fit unless in = out, and there grad_x has wrong numbers
def linear_backward(grad_output, x, weight):
    return (np.dot(grad_output, weight.T),
            np.dot(grad_output.T, x),
            np.sum(grad_output, 0))
# %% wrong: two mistakes: grad_bias is added up over the outputs (axis 1, length N) instead of over the rows, and grad_weight is filled with = so that only the last row of the batch counts
def linear_backward(grad_output, x, weight):
    N = x.shape[0]
    grad_x = np.zeros(x.shape)
    grad_weight = np.zeros(weight.shape)
    for n in range(N):
        grad_x[n] = grad_output[n] @ weight
        grad_weight[:, :] = np.outer(grad_output[n], x[n])
    grad_bias = grad_output.sum(axis=1)
    return grad_x, grad_weight, grad_bias
# %% right: weights and bias as one matrix, with a column of ones behind x
def linear_backward(grad_output, x, weight):
    ones = np.ones((len(x), 1))
    both = np.transpose(grad_output) @ np.hstack([x, ones])
    grad_x = (np.transpose(weight) @ np.transpose(grad_output)).T
    return grad_x, both[:, :-1], both[:, -1]
