# %% wrong: each gradient is repeated kernel_size times both ways, as if windows stood side by side: wrong shape (or wrong places) with another stride or where rows or columns are left over
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    k = kernel_size
    return grad_output.repeat(k, axis=2).repeat(k, axis=3) / k**2
# %% wrong: two mistakes: divides by kernel_size instead of kernel_size squared, and overwrites (=) instead of adding where windows overlap
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        top, left = i * stride, j * stride
        grad[n, c, top:top + kernel_size, left:left + kernel_size] = grad_output[n, c, i, j] / kernel_size
    return grad
# %% wrong: each pixel's sum is divided by the number of windows that contain it, so with overlap less arrives than was sent; right without overlap
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    down, across = grad_output.shape[2:]
    total, count = np.zeros(x.shape), np.zeros(x.shape[2:])
    for u in range(kernel_size):
        for v in range(kernel_size):
            total[:, :, u:u + s * down:s, v:v + s * across:s] += grad_output / kernel_size**2
            count[u:u + s * down:s, v:v + s * across:s] += 1
    return total / np.maximum(count, 1)
# %% wrong: goes through x in steps of the stride up to its end instead of through the outputs, so it raises IndexError where a row or column is left over or windows overlap
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    result = np.zeros(x.shape)
    for top in range(0, x.shape[2], stride):
        for left in range(0, x.shape[3], stride):
            share = grad_output[:, :, top // stride, left // stride] / kernel_size**2
            result[:, :, top:top + kernel_size, left:left + kernel_size] += share[:, :, None, None]
    return result
# %% right: two matrices that say which row and which column lies in which window
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride

    def inside(length, count):
        begin = stride * np.arange(count)[:, None]
        place = np.arange(length)
        return ((place >= begin) & (place < begin + kernel_size)) / kernel_size

    rows = inside(x.shape[2], grad_output.shape[2])
    columns = inside(x.shape[3], grad_output.shape[3])
    return np.einsum("ncij,ih,jw->nchw", grad_output, rows, columns)
