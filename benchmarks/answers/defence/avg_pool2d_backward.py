# %% wrong: the gradient is not divided by kernel_size ** 2: each pixel of the window gets all of it
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            top, left = i * stride, j * stride
            grad_x[:, :, top:top + kernel_size, left:left + kernel_size] += grad_output[:, :, i:i + 1, j:j + 1]
    return grad_x
# %% wrong: the gradient is enlarged with np.repeat, and stride is ignored: right only where the stride equals kernel_size and no rows or columns are left over; otherwise the shape is not that of x or the values are wrong
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    share = grad_output / kernel_size**2
    return share.repeat(kernel_size, axis=2).repeat(kernel_size, axis=3)
# %% wrong: the share is multiplied by x (grad * x / K^2), as if the pixel's value were a factor
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    K = kernel_size
    dx = np.zeros(x.shape)
    N, C, Ho, Wo = grad_output.shape
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    rows, cols = slice(i * stride, i * stride + K), slice(j * stride, j * stride + K)
                    dx[n, c, rows, cols] += grad_output[n, c, i, j] * x[n, c, rows, cols] / K**2
    return dx
# %% wrong: two mistakes: an empty array in x's dtype (zeros_like) is filled, so for whole numbers in x adding the shares raises a UFuncTypeError, and the window's left edge uses j instead of j * stride
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    result = np.zeros_like(x)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            piece = result[:, :, i * stride:i * stride + kernel_size, j:j + kernel_size]
            piece += grad_output[:, :, i, j][:, :, None, None] / kernel_size ** 2
    return result
# %% right: one strided slice for each tap of the window
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    share = grad_output / (kernel_size * kernel_size)
    down = stride * np.arange(grad_output.shape[2])
    across = stride * np.arange(grad_output.shape[3])
    grad_x = np.zeros(x.shape)
    for tap in range(kernel_size**2):
        u, v = divmod(tap, kernel_size)
        grad_x[:, :, (down + u)[:, None], across + v] += share
    return grad_x
