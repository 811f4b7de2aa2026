# %% wrong: ties: the last largest wins (>=)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s, k = stride or kernel_size, kernel_size
    g = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        best, at = -np.inf, None
        for u in range(k):
            for v in range(k):
                if x[n, c, i * s + u, j * s + v] >= best:
                    best, at = x[n, c, i * s + u, j * s + v], (i * s + u, j * s + v)
        g[n, c, at[0], at[1]] += grad_output[n, c, i, j]
    return g
# %% wrong: running best begins at 0: windows of negative numbers give nothing
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    g = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        best, at = 0, None
        for a in range(i * s, i * s + kernel_size):
            for b in range(j * s, j * s + kernel_size):
                if x[n, c, a, b] > best:
                    best, at = x[n, c, a, b], (a, b)
        if at:
            g[(n, c) + at] += grad_output[n, c, i, j]
    return g
# %% wrong: fancy indexing with +=: a pixel that wins two windows gets one gradient (overlap)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s, k = stride or kernel_size, kernel_size
    v = np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s]
    arg = v.reshape(*v.shape[:4], -1).argmax(-1)
    n, c, i, j = np.indices(arg.shape)
    g = np.zeros(x.shape)
    g[n, c, i * s + arg // k, j * s + arg % k] += grad_output
    return g
# %% wrong: ties share the gradient equally
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s, k = stride or kernel_size, kernel_size
    g = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            w = x[:, :, i * s:i * s + k, j * s:j * s + k]
            m = w == w.max((2, 3), keepdims=True)
            g[:, :, i * s:i * s + k, j * s:j * s + k] += m / m.sum((2, 3), keepdims=True) * grad_output[:, :, i, j, None, None]
    return g
# %% wrong: the first largest column by column (argmax over the transposed window)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s, k = stride or kernel_size, kernel_size
    g = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        w = x[n, c, i * s:i * s + k, j * s:j * s + k]
        v, u = divmod(int(np.argmax(w.T)), k)
        g[n, c, i * s + u, j * s + v] += grad_output[n, c, i, j]
    return g
# %% wrong: repeats the gradient over blocks and masks: crash for overlaps or a rest
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    k = kernel_size
    n, c, h, w = x.shape
    blocks = x.reshape(n, c, h // k, k, w // k, k)
    mask = blocks == blocks.max(axis=(3, 5), keepdims=True)
    return (mask * grad_output[:, :, :, None, :, None]).reshape(x.shape)
# %% right: loops and divmod
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s, k = stride or kernel_size, kernel_size
    g = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        u, v = divmod(int(x[n, c, i * s:i * s + k, j * s:j * s + k].argmax()), k)
        g[n, c, i * s + u, j * s + v] += grad_output[n, c, i, j]
    return g
# %% right: windows and np.add.at
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s, k = stride or kernel_size, kernel_size
    v = np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s]
    arg = v.reshape(*v.shape[:4], -1).argmax(-1)
    n, c, i, j = np.indices(arg.shape)
    g = np.zeros(x.shape)
    np.add.at(g, (n, c, i * s + arg // k, j * s + arg % k), grad_output)
    return g
