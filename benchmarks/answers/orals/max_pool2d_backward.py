# %% wrong: of several equally largest values of a window the last one receives the gradient instead of the first one
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top : top + kernel_size, left : left + kernel_size]
        r, s = np.argwhere(window == window.max())[-1]
        grad_x[n, c, top + r, left + s] += grad_output[n, c, i, j]
    return grad_x
# %% wrong: two mistakes: where several values of a window are equally largest, all of them receive the gradient instead of only the first one; and windows are written with = instead of +=, so where they overlap the later window overwrites (also with zeros) what an earlier one has sent
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    k = kernel_size
    grad = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            part = np.s_[:, :, i * stride : i * stride + k, j * stride : j * stride + k]
            winners = x[part] == x[part].max(axis=(2, 3), keepdims=True)
            grad[part] = winners * grad_output[:, :, i, j][:, :, None, None]
    return grad
# %% wrong: the place of argmax is turned into row and column with the width of the image instead of the width of the window, so the gradient goes to a wrong pixel, or out of the image (IndexError)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    result = np.zeros((N, C, H, W))
    for n in range(N):
        for c in range(C):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    patch = x[n, c, i * step : i * step + kernel_size, j * step : j * step + kernel_size]
                    row, column = divmod(int(patch.argmax()), W)
                    result[n, c, i * step + row, j * step + column] += grad_output[n, c, i, j]
    return result
# %% wrong: the stride is ignored: windows begin at (i * kernel_size, j * kernel_size) whatever the stride; with overlapping windows they leave the image (ValueError, argmax of an empty array)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    grad_x = np.zeros_like(x, dtype=float)
    for n, c, i, j in np.ndindex(grad_output.shape):
        rows = slice(i * kernel_size, (i + 1) * kernel_size)
        columns = slice(j * kernel_size, (j + 1) * kernel_size)
        window = x[n, c, rows, columns]
        place = np.unravel_index(window.argmax(), window.shape)
        grad_x[n, c, rows, columns][place] += grad_output[n, c, i, j]
    return grad_x
# %% right: goes through the taps in order; the first tap that equals the maximum takes the gradient
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    down, across = grad_output.shape[2:]
    taps = [(u, v) for u in range(kernel_size) for v in range(kernel_size)]

    def seen_by(tap):
        u, v = tap
        return np.s_[:, :, u : u + stride * (down - 1) + 1 : stride, v : v + stride * (across - 1) + 1 : stride]

    best = np.max([x[seen_by(tap)] for tap in taps], axis=0)
    still_free = np.ones(grad_output.shape, bool)
    grad_x = np.zeros(x.shape)
    for tap in taps:
        wins = still_free & (x[seen_by(tap)] == best)
        grad_x[seen_by(tap)] += np.where(wins, grad_output, 0)
        still_free &= ~wins
    return grad_x
