# %% wrong: two mistakes: without a stride, 1 is taken instead of kernel_size, and = instead of += lets a pixel that wins several windows keep only the last gradient
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = 1
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top:top + kernel_size, left:left + kernel_size]
        row, column = np.unravel_index(window.argmax(), window.shape)
        grad_x[n, c, top + row, left + column] = grad_output[n, c, i, j]
    return grad_x
# %% wrong: where several values of a window are the largest, the gradient is shared equally among them instead of going to the first
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad_x = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            place = np.s_[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
            window = x[place]
            winners = window == window.max(axis=(2, 3), keepdims=True)
            winners = winners / winners.sum(axis=(2, 3), keepdims=True)
            grad_x[place] += winners * grad_output[:, :, i, j][:, :, None, None]
    return grad_x
# %% wrong: of several largest values the last one wins (>= instead of > while searching)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        best, where = -np.inf, None
        for u in range(kernel_size):
            for v in range(kernel_size):
                value = x[n, c, i * stride + u, j * stride + v]
                if value >= best:
                    best, where = value, (i * stride + u, j * stride + v)
        grad_x[n, c, where[0], where[1]] += grad_output[n, c, i, j]
    return grad_x
# %% wrong: the gradient is written with = instead of +=, so a pixel that wins two overlapping windows keeps only the last
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        window = x[n, c, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
        u, v = divmod(int(np.argmax(window)), window.shape[1])
        grad_x[n, c, i * stride + u, j * stride + v] = grad_output[n, c, i, j]
    return grad_x
# %% right: all windows as a view, and np.add.at on the winners
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    first = windows.reshape(*windows.shape[:4], -1).argmax(axis=-1)
    n, c, i, j = np.indices(first.shape)
    grad_x = np.zeros(x.shape)
    np.add.at(grad_x, (n, c, i * stride + first // kernel_size, j * stride + first % kernel_size), grad_output)
    return grad_x
