# %% wrong: overwrites with = where windows overlap, so earlier gradients are lost (stride < kernel_size)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad = np.zeros(x.shape)
    N, C, Ho, Wo = grad_output.shape
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    win = x[n, c, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
                    u, v = np.unravel_index(np.argmax(win), win.shape)
                    grad[n, c, i * stride + u, j * stride + v] = grad_output[n, c, i, j]
    return grad
# %% wrong: sends the whole gradient to every winner of a tie (window == max)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    k = kernel_size
    grad = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            r, s = i * stride, j * stride
            win = x[:, :, r:r + k, s:s + k]
            mask = win == win.max(axis=(2, 3), keepdims=True)
            grad[:, :, r:r + k, s:s + k] += mask * grad_output[:, :, i, j][:, :, None, None]
    return grad
# %% wrong: shares the gradient of a tie among the winners instead of giving it to the first
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    k = kernel_size
    grad = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            win = x[:, :, i * s:i * s + k, j * s:j * s + k]
            mask = win == win.max(axis=(2, 3), keepdims=True)
            share = mask / mask.sum(axis=(2, 3), keepdims=True)
            grad[:, :, i * s:i * s + k, j * s:j * s + k] += share * grad_output[:, :, i:i + 1, j:j + 1]
    return grad
# %% wrong: gives a tie to the last largest value instead of the first (>= in the search)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    result = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        best, where = -np.inf, None
        for u in range(kernel_size):
            for v in range(kernel_size):
                value = x[n, c, i * stride + u, j * stride + v]
                if value >= best:
                    best, where = value, (i * stride + u, j * stride + v)
        result[n, c, where[0], where[1]] += grad_output[n, c, i, j]
    return result
# %% wrong: the stride defaults to 1 when it is not given, instead of to kernel_size
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = 1
    grad = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top:top + kernel_size, left:left + kernel_size]
        u, v = np.unravel_index(window.argmax(), window.shape)
        grad[n, c, top + u, left + v] += grad_output[n, c, i, j]
    return grad
# %% wrong: the search starts from 0, so a window with only negative numbers sends its gradient to its corner
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad = np.zeros(x.shape)
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    best, row, col = 0, i * stride, j * stride
                    for a in range(i * stride, i * stride + kernel_size):
                        for b in range(j * stride, j * stride + kernel_size):
                            if x[n, c, a, b] > best:
                                best, row, col = x[n, c, a, b], a, b
                    grad[n, c, row, col] += grad_output[n, c, i, j]
    return grad
# %% wrong: forgets that the argmax counts in the window and writes at (u, v) without the window's offset: everything lands in the upper left corner
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        window = x[n, c, i * s:i * s + kernel_size, j * s:j * s + kernel_size]
        u, v = divmod(np.argmax(window), kernel_size)
        grad_x[n, c, u, v] += grad_output[n, c, i, j]
    return grad_x
# %% right: flat argmax of a sliding view, then np.add.at
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    view = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::s, ::s]
    first = view.reshape(view.shape[:4] + (-1,)).argmax(axis=-1)
    n, c, i, j = np.indices(first.shape)
    grad = np.zeros(x.shape)
    np.add.at(grad, (n, c, i * s + first // kernel_size, j * s + first % kernel_size), grad_output)
    return grad
# %% right: over the taps in order, each tap takes what nobody before it has taken
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    h, w = grad_output.shape[2:]
    taps = [np.s_[:, :, u:u + s * (h - 1) + 1:s, v:v + s * (w - 1) + 1:s]
            for u in range(kernel_size) for v in range(kernel_size)]
    best = np.max([x[t] for t in taps], axis=0)
    free = np.ones(grad_output.shape, dtype=bool)
    grad = np.zeros(x.shape)
    for t in taps:
        wins = free & (x[t] == best)
        grad[t] += np.where(wins, grad_output, 0)
        free &= ~wins
    return grad
