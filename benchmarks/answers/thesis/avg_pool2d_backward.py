# %% wrong: the gradient is not divided by the window's size: each pixel gets the whole of it; shows for kernels above 1
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    g = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            r, c = i * stride, j * stride
            g[:, :, r:r + kernel_size, c:c + kernel_size] += grad_output[:, :, i, j, None, None]
    return g
# %% wrong: np.repeat spreads the gradients as if stride were the kernel size and nothing left over: an overlap or a stride other than the kernel gives a wrong answer or shape; rows that are left over are missing
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    share = grad_output / kernel_size ** 2
    return share.repeat(kernel_size, axis=2).repeat(kernel_size, axis=3)
# %% wrong: divides by kernel_size, not by kernel_size ** 2; shows for kernels above 1
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    N, C, down, across = grad_output.shape
    grad_x = np.zeros((N, C, x.shape[2], x.shape[3]))
    for n, c, i, j in np.ndindex(N, C, down, across):
        for u in range(kernel_size):
            for v in range(kernel_size):
                grad_x[n, c, i * s + u, j * s + v] += grad_output[n, c, i, j] / kernel_size
    return grad_x
# %% wrong: the loops over the windows end one too early (range(... - 1)): the last row and the last column of windows send nothing
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    back = np.zeros(x.shape)
    for i in range(grad_output.shape[2] - 1):
        for j in range(grad_output.shape[3] - 1):
            top, left = stride * i, stride * j
            mean_share = grad_output[:, :, i:i + 1, j:j + 1] / kernel_size**2
            back[:, :, top:top + kernel_size, left:left + kernel_size] += mean_share
    return back
# %% right: two matrices of zeros and ones say which row and which column lies in which window
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride

    def inside(length, count):
        begin = np.arange(count)[:, None] * step
        place = np.arange(length)[None, :]
        return ((begin <= place) & (place < begin + kernel_size)) / kernel_size

    down, across = grad_output.shape[2:]
    rows, cols = inside(x.shape[2], down), inside(x.shape[3], across)
    return np.swapaxes(rows, 0, 1) @ np.asarray(grad_output, dtype=float) @ cols
