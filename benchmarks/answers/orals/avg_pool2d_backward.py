# %% wrong: the gradient is not divided: every pixel of a window gets all of it instead of 1 / kernel_size ** 2
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad_x = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            r, c = i * stride, j * stride
            grad_x[:, :, r : r + kernel_size, c : c + kernel_size] += grad_output[:, :, i : i + 1, j : j + 1]
    return grad_x
# %% wrong: = instead of +=, so where windows overlap the last window overwrites what the earlier ones have sent
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    grad = np.zeros(x.shape, dtype=float)
    share = grad_output / kernel_size**2
    for n, c, i, j in np.ndindex(share.shape):
        grad[n, c, i * s : i * s + kernel_size, j * s : j * s + kernel_size] = share[n, c, i, j]
    return grad
# %% wrong: each gradient is simply repeated kernel_size times down and across: the stride is ignored and rows or columns that are left over are missing, so it is right only for windows side by side that fill the image
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    block = np.ones((kernel_size, kernel_size)) / kernel_size**2
    return np.kron(grad_output, block)
# %% wrong: a missing stride is taken as 1 instead of kernel_size
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = 1 if stride is None else stride
    down, across = grad_output.shape[-2:]
    out = np.zeros(x.shape)
    for u in range(kernel_size):
        for v in range(kernel_size):
            rows = slice(u, u + step * (down - 1) + 1, step)
            columns = slice(v, v + step * (across - 1) + 1, step)
            out[:, :, rows, columns] += grad_output / (kernel_size * kernel_size)
    return out
# %% right: two matrices of zeros and ones, transposed
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size

    def spread(outputs, size):
        first = stride * np.arange(outputs)
        pixel = np.arange(size)[:, None]
        return ((pixel >= first) & (pixel < first + kernel_size)) / kernel_size

    rows = spread(grad_output.shape[2], x.shape[2])
    columns = spread(grad_output.shape[3], x.shape[3])
    return np.einsum("hi,ncij,wj->nchw", rows, grad_output, columns)
