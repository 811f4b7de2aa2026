# %% wrong: stride=None is not replaced by kernel_size: the default raises TypeError (i * None)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    out = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        win = x[n, c, top:top + kernel_size, left:left + kernel_size]
        r, s = np.unravel_index(win.argmax(), win.shape)
        out[n, c, top + r, left + s] += grad_output[n, c, i, j]
    return out
# %% wrong: row and column are taken from argmax with divmod by the image's width instead of the kernel size (the place counts through the window)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride
    n_im, n_ch, H, W = x.shape
    grad = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            window = x[:, :, i * step:i * step + kernel_size, j * step:j * step + kernel_size]
            place = window.reshape(n_im, n_ch, -1).argmax(axis=2)
            for n in range(n_im):
                for c in range(n_ch):
                    row, col = divmod(place[n, c], W)
                    grad[n, c, i * step + row, j * step + col] += grad_output[n, c, i, j]
    return grad
# %% wrong: the last of several largest values gets the gradient (the search uses >= and so moves on at a tie)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    dx = np.zeros_like(x, dtype=float)
    N, C, OH, OW = grad_output.shape
    for n in range(N):
        for c in range(C):
            for oh in range(OH):
                for ow in range(OW):
                    best, where = -np.inf, None
                    for u in range(kernel_size):
                        for v in range(kernel_size):
                            val = x[n, c, oh * stride + u, ow * stride + v]
                            if val >= best:
                                best, where = val, (oh * stride + u, ow * stride + v)
                    dx[n, c, where[0], where[1]] += grad_output[n, c, oh, ow]
    return dx
# %% wrong: two mistakes: grad_x[...] += with index arrays adds only once for each pixel, so where overlapping windows share a winner only the last gradient arrives; and each window is searched for the largest absolute value
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    N, C, OH, OW = grad_output.shape
    w = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::s, ::s]
    place = np.abs(w).reshape(N, C, OH, OW, -1).argmax(axis=-1)
    n, c, i, j = np.indices(grad_output.shape)
    grad_x = np.zeros(x.shape)
    grad_x[n, c, i * s + place // kernel_size, j * s + place % kernel_size] += grad_output
    return grad_x
# %% right: all windows at once, np.add.at
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    N, C, OH, OW = grad_output.shape
    w = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::s, ::s]
    place = w.reshape(N, C, OH, OW, -1).argmax(axis=-1)
    n, c, i, j = np.indices(grad_output.shape)
    grad_x = np.zeros(x.shape)
    np.add.at(grad_x, (n, c, i * s + place // kernel_size, j * s + place % kernel_size), grad_output)
    return grad_x
