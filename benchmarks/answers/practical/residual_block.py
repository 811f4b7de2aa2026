# %% wrong: no ReLU after the sum: F(x) + x is returned (right where the sum is nowhere negative)
def residual_block(x, weight1, weight2):
    def conv(a, w):
        b = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        win = np.lib.stride_tricks.sliding_window_view(b, (3, 3), axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", win, w)
    inner = np.maximum(conv(x, weight1), 0)
    return conv(inner, weight2) + x
# %% wrong: F(x) goes through a ReLU of its own before the sum: relu(relu(F(x)) + x), so F can only add, never take away
def residual_block(x, weight1, weight2):
    def conv(a, w):
        n, _, h, wd = a.shape
        b = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return sum(np.einsum("nchw,oc->nohw", b[:, :, u:u + h, v:v + wd], w[:, :, u, v])
                   for u in range(3) for v in range(3))
    y = x
    for w in (weight1, weight2):
        y = np.maximum(conv(y, w), 0)
    return np.maximum(y + x, 0)
# %% wrong: the ReLU between the convolutions is forgotten, so F is linear
def residual_block(x, weight1, weight2):
    def relu(a):
        return a * (a > 0)
    def conv(a, w):
        n, c, h, wd = a.shape
        b = np.pad(a, [(0, 0), (0, 0), (1, 1), (1, 1)])
        out = np.zeros((n, w.shape[0], h, wd))
        for i in range(h):
            for j in range(wd):
                out[:, :, i, j] = np.tensordot(b[:, :, i:i + 3, j:j + 3], w, axes=([1, 2, 3], [1, 2, 3]))
        return out
    return relu(conv(conv(x, weight1), weight2) + x)
# %% wrong: two mistakes: the convolutions have no padding, so the image shrinks by 4 rows and columns and the sum with x raises ValueError (or broadcasts), and the second convolution uses weight1 again
def residual_block(x, weight1, weight2):
    def conv(a, w):
        win = np.lib.stride_tricks.sliding_window_view(a, (3, 3), axis=(2, 3))
        return np.tensordot(win, w, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
    y = np.clip(conv(x, weight1), 0, None)
    y = conv(y, weight1)
    return np.clip(y + x, 0, None)
# %% right: tap by tap, the shortcut first and F(x) added to it
def residual_block(x, weight1, weight2):
    def conv(a, w):
        n, c, h, wd = a.shape
        b = np.zeros((n, c, h + 2, wd + 2))
        b[:, :, 1:-1, 1:-1] = a
        out = np.zeros((n, len(w), h, wd))
        for u, v in np.ndindex(3, 3):
            out += np.einsum("nchw,oc->nohw", b[:, :, u:u + h, v:v + wd], w[:, :, u, v])
        return out
    total = np.array(x, dtype=float)
    total += conv(np.where((first := conv(x, weight1)) > 0, first, 0), weight2)
    return np.where(total > 0, total, 0)
