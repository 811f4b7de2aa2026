# %% wrong: the gradient is not divided by kernel_size ** 2: every pixel of the window gets the whole gradient
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        t, l = i * stride, j * stride
        grad_x[n, c, t:t + kernel_size, l:l + kernel_size] += grad_output[n, c, i, j]
    return grad_x
# %% wrong: np.repeat is used, which works for windows side by side only: a given stride is ignored, and the shape is wrong where rows or columns are left over or windows overlap
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    share = grad_output / kernel_size ** 2
    return share.repeat(kernel_size, axis=2).repeat(kernel_size, axis=3)
# %% wrong: grad_x has the dtype of x (zeros_like), so for whole-number x `+=` raises UFuncTypeError; float x is right
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad = np.zeros_like(x)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            rows = slice(i * stride, i * stride + kernel_size)
            cols = slice(j * stride, j * stride + kernel_size)
            grad[:, :, rows, cols] += grad_output[:, :, i, j, None, None] / kernel_size ** 2
    return grad
# %% wrong: the gradient is multiplied by x in the window (weighted by the pixels' values) before it is divided, though the slope of a mean does not depend on x
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    area = kernel_size * kernel_size
    dx = np.zeros(x.shape, dtype=float)
    for (n, c, i, j), g in np.ndenumerate(grad_output):
        window = (n, c, slice(i * s, i * s + kernel_size), slice(j * s, j * s + kernel_size))
        dx[window] += g * x[window] / area
    return dx
# %% right: two matrices that spread along rows and along columns
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    def spread(outputs, size):
        offset = np.arange(size)[:, None] - s * np.arange(outputs)
        return ((offset >= 0) & (offset < kernel_size)) / kernel_size
    down = spread(grad_output.shape[2], x.shape[2])
    across = spread(grad_output.shape[3], x.shape[3])
    return down @ grad_output @ across.T
