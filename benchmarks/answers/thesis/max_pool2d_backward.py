# %% wrong: every winner of a tie gets the whole gradient (window == max), not only the first; shows when a window's largest value occurs twice
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    k = kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        rows = slice(i * stride, i * stride + k)
        cols = slice(j * stride, j * stride + k)
        window = x[n, c, rows, cols]
        grad_x[n, c, rows, cols] += (window == window.max()) * grad_output[n, c, i, j]
    return grad_x
# %% wrong: stride=None is taken as stride 1, not as the kernel size; shows whenever no stride is given and the kernel is larger than 1
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or 1
    out = np.zeros(x.shape, dtype=float)
    N, C, H, W = grad_output.shape
    for n in range(N):
        for c in range(C):
            for i in range(H):
                for j in range(W):
                    win = x[n, c, i*stride:i*stride+kernel_size, j*stride:j*stride+kernel_size]
                    a, b = np.unravel_index(win.argmax(), win.shape)
                    out[n, c, i*stride+a, j*stride+b] += grad_output[n, c, i, j]
    return out
# %% wrong: the gradient is set with = instead of added with +=; shows where overlapping windows have the same winner
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride
    result = np.zeros_like(x, dtype=float)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * step, j * step
        patch = x[n, c, top:top + kernel_size, left:left + kernel_size]
        row, col = divmod(int(np.argmax(patch)), kernel_size)
        result[n, c, top + row, left + col] = grad_output[n, c, i, j]
    return result
# %% wrong: of a tie the last one wins instead of the first (>= in the search); shows when a window's largest value occurs twice
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    K = kernel_size
    dx = np.zeros(x.shape)
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    best, where = -np.inf, None
                    for u in range(K):
                        for v in range(K):
                            value = x[n, c, i * s + u, j * s + v]
                            if value >= best:
                                best, where = value, (i * s + u, j * s + v)
                    dx[n, c, where[0], where[1]] += grad_output[n, c, i, j]
    return dx
# %% right: window view, one argmax for all, np.add.at
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    g = np.asarray(grad_output, dtype=float)
    down, across = g.shape[2:]
    seen = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    seen = seen[:, :, ::stride, ::stride][:, :, :down, :across]
    first = seen.reshape(*g.shape, -1).argmax(axis=-1)
    n, c, i, j = np.indices(g.shape)
    grad_x = np.zeros(x.shape)
    np.add.at(grad_x, (n, c, i * stride + first // kernel_size, j * stride + first % kernel_size), g)
    return grad_x
