# %% wrong: divides by the square of the stride, not of the kernel size
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            top, left = i * stride, j * stride
            share = grad_output[:, :, i : i + 1, j : j + 1] / stride ** 2
            grad_x[:, :, top : top + kernel_size, left : left + kernel_size] += share
    return grad_x

# %% wrong: each output is repeated over a block, overlaps and rows left over are forgotten
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    blocks = np.repeat(np.repeat(grad_output, kernel_size, axis=2), kernel_size, axis=3)
    return blocks / kernel_size ** 2

# %% wrong: the values of x share the gradient by their size, not evenly
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        place = (n, c, slice(i * stride, i * stride + kernel_size), slice(j * stride, j * stride + kernel_size))
        grad_x[place] += grad_output[n, c, i, j] * x[place] / x[place].sum()
    return grad_x

# %% wrong: where windows overlap, the gradients are averaged instead of added
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad_x, count = np.zeros(x.shape), np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            place = (..., slice(i * stride, i * stride + kernel_size), slice(j * stride, j * stride + kernel_size))
            grad_x[place] += grad_output[:, :, i, j, None, None] / kernel_size ** 2
            count[place] += 1
    return grad_x / np.maximum(count, 1)

# %% wrong: divides by the kernel size, not by its square
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        for a in range(kernel_size):
            for b in range(kernel_size):
                grad_x[n, c, i * stride + a, j * stride + b] += grad_output[n, c, i, j] / kernel_size
    return grad_x

# %% wrong: only the first pixel of the window is given the share, as in max pooling
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        grad_x[n, c, i * stride, j * stride] += grad_output[n, c, i, j] / kernel_size ** 2
    return grad_x

# %% right: tap by tap, strided slices
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    rows, columns = grad_output.shape[2:]
    grad_x = np.zeros(x.shape)
    share = grad_output / kernel_size ** 2
    for a in range(kernel_size):
        for b in range(kernel_size):
            grad_x[:, :, a : a + (rows - 1) * stride + 1 : stride, b : b + (columns - 1) * stride + 1 : stride] += share
    return grad_x
