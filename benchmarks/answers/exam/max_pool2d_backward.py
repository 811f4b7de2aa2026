# %% wrong: the best value so far begins at 0, windows of negative values send nothing
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        best, place = 0, None
        for a in range(kernel_size):
            for b in range(kernel_size):
                value = x[n, c, i * stride + a, j * stride + b]
                if value > best or (place is None and value == 0):
                    best, place = value, (i * stride + a, j * stride + b)
        if place is not None:
            grad_x[n, c][place] += grad_output[n, c, i, j]
    return grad_x

# %% wrong: row and column of the winner are exchanged inside the window
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top : top + kernel_size, left : left + kernel_size]
        column, row = divmod(int(np.argmax(window)), kernel_size)
        grad_x[n, c, top + row, left + column] += grad_output[n, c, i, j]
    return grad_x

# %% wrong: the last of several largest values wins
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        best = -np.inf
        for a in range(kernel_size):
            for b in range(kernel_size):
                value = x[n, c, i * stride + a, j * stride + b]
                if value >= best:
                    best, row, column = value, i * stride + a, j * stride + b
        grad_x[n, c, row, column] += grad_output[n, c, i, j]
    return grad_x

# %% wrong: += with index arrays, a pixel that wins two windows gets only one gradient
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    n, c, rows, columns = grad_output.shape
    place = windows.reshape(n, c, rows, columns, -1).argmax(axis=-1)
    i = np.arange(rows)[:, None] * stride + place // kernel_size
    j = np.arange(columns) * stride + place % kernel_size
    grad_x = np.zeros(x.shape)
    grad_x[np.arange(n)[:, None, None, None], np.arange(c)[:, None, None], i, j] += grad_output
    return grad_x

# %% wrong: the stride that is given is ignored, windows always lie side by side (ValueError where they run out)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        window = x[n, c, i * stride : i * stride + kernel_size, j * stride : j * stride + kernel_size]
        row, column = np.unravel_index(np.argmax(window), window.shape)
        grad_x[n, c, i * stride + row, j * stride + column] += grad_output[n, c, i, j]
    return grad_x

# %% wrong: every winner of a tie gets the whole gradient
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride if stride is not None else kernel_size
    grad_x = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            place = (slice(None), slice(None), slice(i * stride, i * stride + kernel_size),
                     slice(j * stride, j * stride + kernel_size))
            winners = x[place] == x[place].max(axis=(2, 3), keepdims=True)
            grad_x[place] += winners * grad_output[:, :, i, j, None, None]
    return grad_x

# %% right: np.add.at adds every gradient
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    n, c, rows, columns = grad_output.shape
    place = windows.reshape(n, c, rows, columns, -1).argmax(axis=-1)
    images, channels, i, j = np.indices(grad_output.shape)
    grad_x = np.zeros(x.shape)
    np.add.at(grad_x, (images, channels, i * stride + place // kernel_size, j * stride + place % kernel_size), grad_output)
    return grad_x
