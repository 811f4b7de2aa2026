# %% wrong: grad_weight is transposed, (in, out); where in = out the shape fits but the numbers are wrong
def linear_backward(grad_output, x, weight):
    grad_x = grad_output @ weight
    grad_weight = x.T @ grad_output
    grad_bias = grad_output.sum(axis=0)
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_weight and grad_bias are divided by N, as if the mean were taken here too; shows for more than one row
def linear_backward(grad_output, x, weight):
    N = len(x)
    dx = np.matmul(grad_output, weight)
    dw = np.matmul(grad_output.T, x) / N
    db = np.sum(grad_output, axis=0) / N
    return dx, dw, db
# %% wrong: grad_bias is grad_output itself, (N, out), not summed over the rows
def linear_backward(grad_output, x, weight):
    grad_weight = np.einsum("no,ni->oi", grad_output, x)
    grad_x = np.einsum("no,oi->ni", grad_output, weight)
    return grad_x, grad_weight, grad_output * 1.0
# %% wrong: grad_weight is written with = and not +=, so only the last row counts; shows for more than one row
def linear_backward(grad_output, x, weight):
    gx = np.zeros(x.shape)
    gw = np.zeros(weight.shape)
    for n in range(x.shape[0]):
        for o in range(weight.shape[0]):
            for i in range(weight.shape[1]):
                gx[n, i] += grad_output[n, o] * weight[o, i]
                gw[o, i] = grad_output[n, o] * x[n, i]
    gb = grad_output.sum(axis=0)
    return gx, gw, gb
# %% right: row by row with outer products
def linear_backward(grad_output, x, weight):
    grad_x = np.array([weight.T.dot(g) for g in grad_output])
    grad_weight = sum(np.outer(g, row) for g, row in zip(grad_output, x))
    grad_bias = np.ones(len(grad_output)) @ grad_output
    return grad_x, grad_weight, grad_bias
