# %% wrong: divided by kernel_size instead of its square
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            share = grad_output[:, :, i, j, None, None] / kernel_size
            grad_x[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size] += share
    return grad_x
# %% wrong: where windows overlap the shares are overwritten (=) instead of added
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        top, left = i * stride, j * stride
        grad_x[n, c, top:top + kernel_size, left:left + kernel_size] = grad_output[n, c, i, j] / kernel_size**2
    return grad_x
# %% wrong: two mistakes: each gradient is repeated over a block of kernel_size whatever the stride, and rows and columns that are left over are missing from the answer
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    spread = np.repeat(np.repeat(grad_output, kernel_size, axis=2), kernel_size, axis=3)
    return spread / kernel_size**2
# %% wrong: divided by the square of the stride instead of the square of kernel_size; right only where both are equal
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad_x = np.zeros(x.shape)
    down, across = grad_output.shape[2:]
    for u in range(kernel_size):
        for v in range(kernel_size):
            grad_x[:, :, u:u + stride * down:stride, v:v + stride * across:stride] += grad_output
    return grad_x / stride**2
# %% right: two matrices, one for rows and one for columns
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride

    def reads(outputs, length):
        start = stride * np.arange(outputs)[:, None]
        place = np.arange(length)
        return ((place >= start) & (place < start + kernel_size)) / kernel_size

    down, across = reads(grad_output.shape[2], x.shape[2]), reads(grad_output.shape[3], x.shape[3])
    return np.einsum("ncij,ih,jw->nchw", grad_output, down, across)
