# %% wrong: the gradient is copied to every pixel, not divided by the window's size
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    gx = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            gx[:, :, i * s:i * s + kernel_size, j * s:j * s + kernel_size] += grad_output[:, :, i:i + 1, j:j + 1]
    return gx
# %% wrong: np.repeat upsampling, which knows neither a stride of its own nor left-over rows: wrong shape
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    up = grad_output.repeat(kernel_size, axis=2).repeat(kernel_size, axis=3)
    return up / kernel_size ** 2
# %% wrong: overlapping windows overwrite
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    share = grad_output / (kernel_size * kernel_size)
    gx = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(share.shape):
        gx[n, c, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size] = share[n, c, i, j]
    return gx
# %% wrong: an array of x's type collects: with whole-number images the shares are cut off or a UFuncTypeError comes
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride
    gx = np.zeros_like(x)
    oh, ow = grad_output.shape[2:]
    for u in range(kernel_size):
        for v in range(kernel_size):
            gx[:, :, u:u + step * (oh - 1) + 1:step, v:v + step * (ow - 1) + 1:step] += grad_output / kernel_size ** 2
    return gx
# %% right: matrices for rows and columns, Aᵀ G B
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride

    def averaging(count, length):
        matrix = np.zeros((count, length))
        for i in range(count):
            matrix[i, i * step:i * step + kernel_size] = 1 / kernel_size
        return matrix

    rows = averaging(grad_output.shape[2], x.shape[2])
    columns = averaging(grad_output.shape[3], x.shape[3])
    return rows.T @ grad_output @ columns
