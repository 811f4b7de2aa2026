# %% wrong: the stride is at the second convolution of F, not at the first; the shape is the same
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv2d(x, w, stride=1, padding=0):
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        k = w.shape[2:]
        win = np.lib.stride_tricks.sliding_window_view(x, k, axis=(2, 3))[:, :, ::stride, ::stride]
        return np.einsum("nchwij,ocij->nohw", win, w)
    f = np.maximum(conv2d(x, weight1, padding=1), 0)
    f = conv2d(f, weight2, stride=stride, padding=1)
    p = conv2d(x, projection, stride=stride)
    return np.maximum(f + p, 0)
# %% wrong: the stride is always 2, the argument is ignored; shows for other strides
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s, p):
        n, c, h, wd = a.shape
        kh, kw = w.shape[2], w.shape[3]
        b = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        oh, ow = (h + 2 * p - kh) // s + 1, (wd + 2 * p - kw) // s + 1
        y = np.zeros((n, w.shape[0], oh, ow))
        for i in range(oh):
            for j in range(ow):
                piece = b[:, :, i * s:i * s + kh, j * s:j * s + kw]
                y[:, :, i, j] = np.tensordot(piece, w, axes=([1, 2, 3], [1, 2, 3]))
        return y
    h = np.maximum(conv(x, weight1, 2, 1), 0)
    return np.maximum(conv(h, weight2, 1, 1) + conv(x, projection, 2, 0), 0)
# %% wrong: P(x) goes through a ReLU before it is added
def downsampling_block(x, weight1, weight2, projection, stride=2):
    relu = lambda z: np.maximum(z, 0)
    def conv3(x, w, st):
        H, W = x.shape[2:]
        pad = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        out = 0
        for di in range(3):
            for dj in range(3):
                view = pad[:, :, di:di + H:st, dj:dj + W:st]
                out = out + np.einsum("nchw,oc->nohw", view, w[:, :, di, dj])
        return out
    main = conv3(relu(conv3(x, weight1, stride)), weight2, 1)
    short = np.einsum("nchw,oc->nohw", x[:, :, ::stride, ::stride], projection[:, :, 0, 0])
    return relu(main + relu(short))
# %% wrong: two mistakes: no ReLU inside F, and the last ReLU is around F(x) only, not around the sum
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from numpy.lib.stride_tricks import sliding_window_view as swv
    def conv(t, w, s):
        t = np.pad(t, ((0, 0), (0, 0), (1, 1), (1, 1)))
        t = swv(t, (3, 3), axis=(2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwab,ocab->nohw", t, w)
    F = conv(conv(x, weight1, stride), weight2, 1)
    P = np.einsum("nchw,oc->nohw", x[:, :, ::stride, ::stride], projection[:, :, 0, 0])
    return np.where(F > 0, F, 0) + P
# %% right: one convolution of all, by columns; the projection is put in the middle of a 3×3 kernel
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(image, kernels, step):
        n, c, h, w = image.shape
        frame = np.pad(image, ((0, 0), (0, 0), (1, 1), (1, 1)))
        columns = np.stack([frame[:, :, i : i + h : step, j : j + w : step]
                            for i in range(3) for j in range(3)], axis=2)
        size = columns.shape[3:]
        flat = columns.reshape(n, c * 9, -1)
        return (kernels.reshape(len(kernels), -1) @ flat).reshape(n, len(kernels), *size)
    wide = np.zeros(weight1.shape, np.result_type(weight1, projection))
    wide[:, :, 1, 1] = projection[:, :, 0, 0]
    both = conv(x, np.concatenate([weight1, wide]), stride)
    inner, short = np.split(both, 2, axis=1)
    return np.clip(conv(np.clip(inner, 0, None), weight2, 1) + short, 0, None)
