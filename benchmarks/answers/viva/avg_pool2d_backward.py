# %% wrong: = in place of +=, so where windows overlap a pixel keeps only the share of the last window
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            a, b = i * stride, j * stride
            share = grad_output[:, :, i, j] / kernel_size ** 2
            grad_x[:, :, a:a + kernel_size, b:b + kernel_size] = share[:, :, None, None]
    return grad_x
# %% wrong: each gradient is simply repeated kernel_size times in both directions: the stride is ignored and left-over rows and columns are missing, so the shape of x is only met by windows side by side that fill it
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    spread = np.repeat(np.repeat(grad_output, kernel_size, axis=2), kernel_size, axis=3)
    return spread / kernel_size ** 2
# %% wrong: grad_x has the type of x (np.zeros_like), so for whole-number x adding the fractions raises UFuncTypeError
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad_x = np.zeros_like(x)
    down, across = grad_output.shape[2:]
    part = grad_output / kernel_size / kernel_size
    for u in range(kernel_size):
        for v in range(kernel_size):
            grad_x[:, :, u:u + stride * down:stride, v:v + stride * across:stride] += part
    return grad_x
# %% wrong: two mistakes: the gradient is divided by kernel_size and not by kernel_size squared, and a stride that is not given counts as 1
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or 1
    dx = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        dx[n, c, i * s:i * s + kernel_size, j * s:j * s + kernel_size] += grad_output[n, c, i, j] / kernel_size
    return dx
# %% right: one matrix for the rows and one for the columns
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride if stride is not None else kernel_size

    def spread(outputs, length):
        distance = np.arange(length)[:, None] - stride * np.arange(outputs)
        return ((distance >= 0) & (distance < kernel_size)) / kernel_size

    rows = spread(grad_output.shape[2], x.shape[2])
    columns = spread(grad_output.shape[3], x.shape[3])
    return rows @ grad_output @ columns.T
