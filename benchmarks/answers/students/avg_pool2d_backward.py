# %% wrong: forgets to divide by kernel_size ** 2
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            grad[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size] += grad_output[:, :, i, j, None, None]
    return grad
# %% wrong: divides by kernel_size instead of its square (right for a window of 1)
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        grad[n, c, top:top + kernel_size, left:left + kernel_size] += grad_output[n, c, i, j] / kernel_size
    return grad
# %% wrong: = instead of +=: where windows overlap only the last one counts
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    k = kernel_size
    grad = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            grad[:, :, i * s:i * s + k, j * s:j * s + k] = grad_output[:, :, i:i + 1, j:j + 1] / k ** 2
    return grad
# %% wrong: np.repeat ignores stride and leftover pixels; the shape is wrong unless windows lie side by side and fill x
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    grad = grad_output / kernel_size ** 2
    return grad.repeat(kernel_size, axis=2).repeat(kernel_size, axis=3)
# %% wrong: multiplies by the pixels of x, as for a weight: the gradient of a mean does not depend on x
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    grad = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            w = np.s_[:, :, i * s:i * s + kernel_size, j * s:j * s + kernel_size]
            grad[w] += x[w] * grad_output[:, :, i, j][:, :, None, None] / kernel_size ** 2
    return grad
# %% wrong: np.zeros_like(x): with integer x the += of fractions crashes
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad = np.zeros_like(x)
    area = kernel_size * kernel_size
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            grad[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size] += grad_output[:, :, i, j][..., None, None] / area
    return grad
# %% wrong: number of windows taken from x by H // kernel_size: with another stride windows are missing or read too far
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    grad = np.zeros(x.shape)
    for i in range(H // kernel_size):
        for j in range(W // kernel_size):
            a, b = i * stride, j * stride
            grad[:, :, a:a + kernel_size, b:b + kernel_size] += grad_output[:, :, i, j].reshape(N, C, 1, 1) / kernel_size ** 2
    return grad
# %% right: over the taps with strided slices
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    h, w = grad_output.shape[2:]
    grad = np.zeros(x.shape)
    share = grad_output / (kernel_size * kernel_size)
    for tap in range(kernel_size ** 2):
        u, v = divmod(tap, kernel_size)
        grad[:, :, u:u + (h - 1) * s + 1:s, v:v + (w - 1) * s + 1:s] += share
    return grad
# %% right: a matrix for rows and one for columns, applied from both sides
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    def matrix(out, size):
        start = np.arange(out)[:, None] * s
        place = np.arange(size)[None, :]
        return ((place >= start) & (place < start + kernel_size)) / kernel_size
    rows, cols = matrix(grad_output.shape[2], x.shape[2]), matrix(grad_output.shape[3], x.shape[3])
    return rows.T @ grad_output @ cols
