# %% wrong: in a tie every largest value gets the whole gradient (window == window.max()), not only the first
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        rows = slice(i * stride, i * stride + kernel_size)
        columns = slice(j * stride, j * stride + kernel_size)
        window = x[n, c, rows, columns]
        grad_x[n, c, rows, columns] += (window == window.max()) * grad_output[n, c, i, j]
    return grad_x
# %% wrong: the window begins at (i * kernel_size, j * kernel_size): a given stride is ignored (ValueError where the windows then lie outside the image)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad = np.zeros_like(x, dtype=float)
    N, C, OH, OW = grad_output.shape
    for n in range(N):
        for c in range(C):
            for i in range(OH):
                for j in range(OW):
                    top, left = i * kernel_size, j * kernel_size
                    win = x[n, c, top:top + kernel_size, left:left + kernel_size]
                    r, s = np.unravel_index(np.argmax(win), win.shape)
                    grad[n, c, top + r, left + s] += grad_output[n, c, i, j]
    return grad
# %% wrong: two mistakes: row and column inside the window are used as the place in the image (the start of the window, i * stride and j * stride, is not added), and `=` is used in place of `+=`
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    out = np.zeros(x.shape)
    for (n, c, i, j), g in np.ndenumerate(grad_output):
        t, l = i * stride, j * stride
        w = x[n, c, t:t + kernel_size, l:l + kernel_size]
        row, col = np.unravel_index(w.argmax(), w.shape)
        out[n, c, row, col] = g
    return out
# %% wrong: in a tie the last of the largest values gets the gradient, because of >= in the search
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        best, place = -np.inf, None
        for row in range(i * step, i * step + kernel_size):
            for column in range(j * step, j * step + kernel_size):
                if x[n, c, row, column] >= best:
                    best = x[n, c, row, column]
                    place = (n, c, row, column)
        grad_x[place] += grad_output[n, c, i, j]
    return grad_x
# %% right: argmax of all windows at once, then np.add.at
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    win = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::s, ::s]
    flat = win.reshape(*win.shape[:4], -1).argmax(axis=-1)
    n, c, i, j = np.indices(flat.shape)
    grad_x = np.zeros(x.shape)
    np.add.at(grad_x, (n, c, i * s + flat // kernel_size, j * s + flat % kernel_size), np.asarray(grad_output, float))
    return grad_x
