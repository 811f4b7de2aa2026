# %% wrong: = in place of +=, so a pixel that wins in several windows keeps the gradient of the last one only
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad_output.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top:top + kernel_size, left:left + kernel_size]
        u, v = np.unravel_index(window.argmax(), window.shape)
        grad_x[n, c, top + u, left + v] = grad_output[n, c, i, j]
    return grad_x
# %% wrong: every pixel that equals the maximum gets the whole gradient; shows where a window has ties
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    g = np.zeros_like(x, dtype=float)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            rs = slice(i * stride, i * stride + kernel_size)
            cs = slice(j * stride, j * stride + kernel_size)
            w = x[:, :, rs, cs]
            mask = w == w.max(axis=(2, 3), keepdims=True)
            g[:, :, rs, cs] += mask * grad_output[:, :, i:i + 1, j:j + 1]
    return g
# %% wrong: the last of several largest values wins (>= in the search), not the first; shows where a window has ties
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride if stride else kernel_size
    result = np.zeros(x.shape)
    N, C, OH, OW = grad_output.shape
    for n in range(N):
        for c in range(C):
            for i in range(OH):
                for j in range(OW):
                    best = -np.inf
                    for u in range(kernel_size):
                        for v in range(kernel_size):
                            if x[n, c, i * s + u, j * s + v] >= best:
                                best = x[n, c, i * s + u, j * s + v]
                                where = (i * s + u, j * s + v)
                    result[n, c, where[0], where[1]] += grad_output[n, c, i, j]
    return result
# %% wrong: every channel takes the winner of the first channel; right for one channel only
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    k = kernel_size
    s = k if stride is None else stride
    out = np.zeros(x.shape)
    for n in range(len(x)):
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                win = x[n, 0, i * s:i * s + k, j * s:j * s + k]
                u, v = np.unravel_index(np.argmax(win), win.shape)
                out[n, :, i * s + u, j * s + v] += grad_output[n, :, i, j]
    return out
# %% right: all windows at once, bincount adds up
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    oh, ow = grad_output.shape[2:]
    seen = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    seen = seen[:, :, ::step, ::step][:, :, :oh, :ow]
    winner = seen.reshape(n, c, oh, ow, -1).argmax(axis=-1)
    row = winner // kernel_size + np.arange(oh)[:, None] * step
    col = winner % kernel_size + np.arange(ow) * step
    plane = np.arange(n * c).reshape(n, c, 1, 1)
    flat = (plane * h + row) * w + col
    return np.bincount(flat.ravel(), grad_output.ravel(), minlength=x.size).reshape(x.shape)
