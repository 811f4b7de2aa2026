# %% wrong: the gradient is written with = and not added with +=, so a pixel that wins in several overlapping windows keeps only the last one's gradient
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top:top + kernel_size, left:left + kernel_size]
        r, s = np.unravel_index(window.argmax(), window.shape)
        grad_x[n, c, top + r, left + s] = grad_output[n, c, i, j]
    return grad_x
# %% wrong: of several equal largest values the last one of the window wins, not the first, because the comparison is >=
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    dx = np.zeros(x.shape)
    N, C, H_out, W_out = grad_output.shape
    for n in range(N):
        for c in range(C):
            for i in range(H_out):
                for j in range(W_out):
                    best, where = -np.inf, None
                    for u in range(kernel_size):
                        for v in range(kernel_size):
                            value = x[n, c, i * stride + u, j * stride + v]
                            if value >= best:
                                best, where = value, (i * stride + u, j * stride + v)
                    dx[n, c, where[0], where[1]] += grad_output[n, c, i, j]
    return dx
# %% wrong: the winner is sought in the right window, but its gradient is put back at i * kernel_size + row (and the same for columns), so with stride != kernel_size it lands on a wrong pixel or raises IndexError
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    k = kernel_size
    s = stride or k
    views = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::s, ::s]
    winner = views.reshape(views.shape[:4] + (k * k,)).argmax(axis=-1)
    grad_x = np.zeros(x.shape)
    for place in np.ndindex(grad_output.shape):
        n, c, i, j = place
        row, col = divmod(winner[place], k)
        grad_x[n, c, i * k + row, j * k + col] += grad_output[place]
    return grad_x
# %% wrong: equal largest values share the gradient, each gets its part (as amax does), where the first one should get all of it
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            rows = slice(i * stride, i * stride + kernel_size)
            cols = slice(j * stride, j * stride + kernel_size)
            window = x[:, :, rows, cols]
            hit = window == window.max(axis=(2, 3), keepdims=True)
            share = hit / hit.sum(axis=(2, 3), keepdims=True)
            grad[:, :, rows, cols] += share * grad_output[:, :, i, j][:, :, None, None]
    return grad
# %% right: all winners at once, collected with np.add.at
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    N, C, down, across = grad_output.shape
    rows = (np.arange(down) * stride)[:, None, None, None] + np.arange(kernel_size)[:, None]
    cols = (np.arange(across) * stride)[:, None, None] + np.arange(kernel_size)
    seen = x[:, :, rows, cols].reshape(N, C, down, across, -1)
    first = seen.argmax(axis=-1)
    n, c, i, j = np.indices(grad_output.shape)
    grad_x = np.zeros(x.shape)
    np.add.at(grad_x, (n, c, i * stride + first // kernel_size, j * stride + first % kernel_size),
              grad_output)
    return grad_x
