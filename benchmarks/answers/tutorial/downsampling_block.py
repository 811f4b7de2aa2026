# %% wrong: the projection has no stride, so its answer is larger than F(x) and the sum raises ValueError (or broadcasts where F(x) has one row or column); right for stride 1
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s, p):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        view = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], axis=(2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwuv,ocuv->nohw", view, w)

    f = conv(np.maximum(conv(x, weight1, stride, 1), 0), weight2, 1, 1)
    return np.maximum(f + conv(x, projection, 1, 0), 0)
# %% wrong: the stride is fixed at 2, whatever is asked for; right for stride 2
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv3(a, w, step):
        a = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        h, v = (a.shape[2] - 3) // step + 1, (a.shape[3] - 3) // step + 1
        y = np.zeros((len(a), len(w), h, v))
        for i in range(3):
            for j in range(3):
                y += np.einsum("nchw,oc->nohw", a[:, :, i:i + step * h:step, j:j + step * v:step], w[:, :, i, j])
        return y

    main = conv3(np.maximum(conv3(x, weight1, 2), 0), weight2, 1)
    short = np.einsum("nchw,oc->nohw", x[:, :, ::2, ::2], projection[:, :, 0, 0])
    return np.maximum(main + short, 0)
# %% wrong: the stride of F is at its second convolution instead of its first: the right shape, other numbers; right for stride 1
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, stride=1, padding=0):
        a = np.pad(a, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
        rows = range(0, a.shape[2] - w.shape[2] + 1, stride)
        cols = range(0, a.shape[3] - w.shape[3] + 1, stride)
        out = np.zeros((len(a), len(w), len(rows), len(cols)))
        for r, i in enumerate(rows):
            for c, j in enumerate(cols):
                piece = a[:, :, i:i + w.shape[2], j:j + w.shape[3]]
                out[:, :, r, c] = np.einsum("ncuv,ocuv->no", piece, w)
        return out

    hidden = np.maximum(conv(x, weight1, padding=1), 0)
    return np.maximum(conv(hidden, weight2, stride, 1) + conv(x, projection, stride), 0)
# %% wrong: two mistakes: there is no ReLU between the two 3×3 convolutions, and the projection gets a ReLU of its own before the sum
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s):
        k = w.shape[2]
        a = np.pad(a, ((0, 0), (0, 0), (k // 2, k // 2), (k // 2, k // 2)))
        view = np.lib.stride_tricks.sliding_window_view(a, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        return np.tensordot(view, w, ([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)

    way = conv(conv(x, weight1, stride), weight2, 1)
    shortcut = np.maximum(conv(x, projection, stride), 0)
    return np.maximum(way + shortcut, 0)
# %% right: compute all places, then keep every stride-th
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def same_size(maps, weight):
        n, _, h, w = maps.shape
        padded = np.pad(maps, ((0, 0), (0, 0), (1, 1), (1, 1)))
        y = np.zeros((n, weight.shape[0], h, w))
        for u, v in np.ndindex(3, 3):
            y += np.tensordot(padded[:, :, u:u + h, v:v + w], weight[:, :, u, v], axes=(1, 1)).transpose(0, 3, 1, 2)
        return y

    inner = np.maximum(same_size(x, weight1)[:, :, ::stride, ::stride], 0)
    kept = np.moveaxis(x[:, :, ::stride, ::stride], 1, -1) @ projection[:, :, 0, 0].T
    return np.maximum(same_size(inner, weight2) + np.moveaxis(kept, -1, 1), 0)
