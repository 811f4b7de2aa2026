# %% wrong: every winner of a tie gets the whole gradient (window == max) instead of the first only
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    grad = np.zeros(x.shape)
    N, C, H, W = grad_output.shape
    for n in range(N):
        for c in range(C):
            for i in range(H):
                for j in range(W):
                    win = x[n, c, i * s:i * s + kernel_size, j * s:j * s + kernel_size]
                    grad[n, c, i * s:i * s + kernel_size, j * s:j * s + kernel_size] += (win == win.max()) * grad_output[n, c, i, j]
    return grad
# %% wrong: = instead of +=, so a pixel that wins in two overlapping windows keeps only the last gradient
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    dx = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        place = x[n, c, top:top + kernel_size, left:left + kernel_size].argmax()
        u, v = divmod(place, kernel_size)
        dx[n, c, top + u, left + v] = grad_output[n, c, i, j]
    return dx
# %% wrong: the last of several largest values gets the gradient (>=) instead of the first
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = stride or kernel_size
    out = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        best, where = -np.inf, None
        for r in range(i * step, i * step + kernel_size):
            for q in range(j * step, j * step + kernel_size):
                if x[n, c, r, q] >= best:
                    best, where = x[n, c, r, q], (r, q)
        out[n, c, where[0], where[1]] += grad_output[n, c, i, j]
    return out
# %% wrong: the search for the largest value starts from 0, so a window without a positive value sends to its first pixel
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        y0, x0 = i * stride, j * stride
        biggest = 0
        by, bx = y0, x0
        for dy in range(kernel_size):
            for dx in range(kernel_size):
                value = x[n, c, y0 + dy, x0 + dx]
                if value > biggest:
                    biggest = value
                    by, bx = y0 + dy, x0 + dx
        grad_x[n, c, by, bx] += grad_output[n, c, i, j]
    return grad_x
# %% right: argmax of all windows at once, np.add.at
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    n, c, down, across = grad_output.shape
    view = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    view = view[:, :, ::s, ::s]
    place = view.reshape(n, c, down, across, -1).argmax(axis=-1)
    ni, ci, i, j = np.indices(place.shape)
    grad = np.zeros(x.shape)
    np.add.at(grad, (ni, ci, i * s + place // kernel_size, j * s + place % kernel_size), grad_output)
    return grad
