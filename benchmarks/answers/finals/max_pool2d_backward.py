# %% wrong: every winner of a tie gets the whole gradient
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    gx = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            at = np.s_[:, :, i * s:i * s + kernel_size, j * s:j * s + kernel_size]
            w = x[at]
            mask = w == w.max(axis=(2, 3), keepdims=True)
            gx[at] += mask * grad_output[:, :, i, j][:, :, None, None]
    return gx
# %% wrong: the winner's place is taken as it counts in the window, the start of the window is not added
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad = np.zeros_like(x, dtype=float)
    for n, c, i, j in np.ndindex(grad_output.shape):
        win = x[n, c, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
        r, q = np.unravel_index(win.argmax(), win.shape)
        grad[n, c, r, q] += grad_output[n, c, i, j]
    return grad
# %% wrong: a pixel that wins in two windows keeps the last gradient only
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    st = kernel_size if stride is None else stride
    out = np.zeros(x.shape)
    n, c, oh, ow = grad_output.shape
    for a in range(n):
        for b in range(c):
            for i in range(oh):
                for j in range(ow):
                    patch = x[a, b, i * st:i * st + kernel_size, j * st:j * st + kernel_size]
                    k = int(np.argmax(patch))
                    out[a, b, i * st + k // kernel_size, j * st + k % kernel_size] = grad_output[a, b, i, j]
    return out
# %% wrong: the last of several equal values is chosen, by >= while searching
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    gx = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        best, where = -np.inf, None
        for u in range(i * stride, i * stride + kernel_size):
            for v in range(j * stride, j * stride + kernel_size):
                if x[n, c, u, v] >= best:
                    best, where = x[n, c, u, v], (u, v)
        gx[(n, c) + where] += grad_output[n, c, i, j]
    return gx
# %% wrong: no thought for stride=None: None times a number is a TypeError
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    gx = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        w = x[n, c, top:top + kernel_size, left:left + kernel_size]
        r, q = divmod(int(w.argmax()), kernel_size)
        gx[n, c, top + r, left + q] += grad_output[n, c, i, j]
    return gx
# %% right: np.add.at with index arrays
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s, k = kernel_size if stride is None else stride, kernel_size
    n, c, oh, ow = grad_output.shape
    view = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::s, ::s][:, :, :oh, :ow]
    first = view.reshape(n, c, oh, ow, k * k).argmax(axis=-1)
    a, b, i, j = np.indices(grad_output.shape)
    gx = np.zeros(x.shape)
    np.add.at(gx, (a, b, i * s + first // k, j * s + first % k), grad_output)
    return gx
