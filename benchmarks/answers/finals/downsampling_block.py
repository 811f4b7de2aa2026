# %% wrong: both convolutions of F have the stride: the sizes do not fit, a ValueError
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s, p):
        q = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(q, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,fcij->nfhw", v, w)

    f = conv(np.maximum(conv(x, weight1, stride, 1), 0), weight2, stride, 1)
    return np.maximum(f + conv(x, projection, stride, 0), 0)
# %% wrong: the stride is at the second convolution, the first one runs over the whole image
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s=1, p=1):
        q = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(q, w.shape[2:], axis=(2, 3))[:, :, ::s, ::s]
        return np.tensordot(v, w, ([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)

    hidden = np.maximum(conv(x, weight1), 0)
    out = conv(hidden, weight2, stride) + conv(x, projection, stride, 0)
    return np.maximum(out, 0)
# %% wrong: the projection averages stride×stride pixels instead of taking every stride-th
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv3(a, w, s):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        oh, ow = (a.shape[2] - 1) // s + 1, (a.shape[3] - 1) // s + 1
        y = np.zeros((len(a), len(w), oh, ow))
        for i in range(oh):
            for j in range(ow):
                y[:, :, i, j] = np.einsum("ncuv,fcuv->nf", p[:, :, i * s:i * s + 3, j * s:j * s + 3], w)
        return y

    f = conv3(np.maximum(conv3(x, weight1, stride), 0), weight2, 1)
    n, c = x.shape[:2]
    mean = np.zeros((n, c) + f.shape[2:])
    for i in range(mean.shape[2]):
        for j in range(mean.shape[3]):
            mean[:, :, i, j] = x[:, :, i * stride:(i + 1) * stride, j * stride:(j + 1) * stride].mean(axis=(2, 3))
    return np.maximum(f + np.einsum("nchw,fc->nfhw", mean, projection[:, :, 0, 0]), 0)
# %% wrong: a ReLU on the projection as well
def downsampling_block(x, weight1, weight2, projection, stride=2):
    view = np.lib.stride_tricks.sliding_window_view
    pad = lambda a: np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
    relu = lambda a: a * (a > 0)
    h = relu(np.einsum("nchwij,fcij->nfhw", view(pad(x), (3, 3), (2, 3))[:, :, ::stride, ::stride], weight1))
    f = np.einsum("nchwij,fcij->nfhw", view(pad(h), (3, 3), (2, 3)), weight2)
    p = relu(np.einsum("nchw,fc->nfhw", x[:, :, ::stride, ::stride], projection[:, :, 0, 0]))
    return relu(f + p)
# %% wrong: the projection is padded like the others: its map is larger, a ValueError
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s):
        q = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        v = np.lib.stride_tricks.sliding_window_view(q, w.shape[2:], axis=(2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,fcij->nfhw", v, w)

    change = conv(np.maximum(conv(x, weight1, stride), 0), weight2, 1)
    return np.maximum(change + conv(x, projection, stride), 0)
# %% right: the projection by a slice and a matrix product
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s):
        z = np.pad(a, [(0, 0), (0, 0), (1, 1), (1, 1)])
        rows = np.arange(0, a.shape[2], s)
        columns = np.arange(0, a.shape[3], s)
        total = 0
        for u, v in np.ndindex(3, 3):
            total = total + np.einsum("nchw,fc->nfhw", z[:, :, rows[:, None] + u, columns + v], w[:, :, u, v])
        return total

    thin = x[:, :, ::stride, ::stride]
    n, c, h, k = thin.shape
    shortcut = (projection[:, :, 0, 0] @ thin.reshape(n, c, -1)).reshape(n, -1, h, k)
    inside = np.fmax(conv(x, weight1, stride), 0)
    return np.fmax(conv(inside, weight2, 1) + shortcut, 0)
