# %% wrong: numbers of overlapping windows overwrite each other (=) instead of adding (right where windows do not overlap)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    kh, kw = kernel_size
    out = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    r = 0
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                out[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw] = columns[r].reshape(C, kh, kw)
                r += 1
    return out[:, :, padding:padding + H, padding:padding + W]
# %% wrong: the padding is cut off with padding:-padding, which leaves an empty array for padding 0 (right for padding 1 and more)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    down, across = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    values = columns.reshape(n, down, across, c, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for i in range(down):
        for j in range(across):
            padded[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += values[:, :, i, j]
    return padded[:, :, padding:-padding, padding:-padding]
# %% wrong: the number of windows is computed without the padding, so reshape raises ValueError when padding is not 0
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    kh, kw = kernel_size
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    v = columns.reshape(N, oh, ow, C, kh, kw)
    out = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    for a in range(kh):
        for b in range(kw):
            out[:, :, a:a + stride * (oh - 1) + 1:stride, b:b + stride * (ow - 1) + 1:stride] += np.moveaxis(v[..., a, b], 3, 1)
    return out[:, :, padding:padding + H, padding:padding + W]
# %% wrong: two mistakes: a row is read as (K_H, K_W, C) instead of (C, K_H, K_W), and each pixel's sum is divided by the number of windows that read it (a mean instead of a sum)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    kh, kw = kernel_size
    p = padding
    total = np.zeros((N, C, H + 2 * p, W + 2 * p))
    seen = np.zeros(total.shape)
    oh, ow = (H + 2 * p - kh) // stride + 1, (W + 2 * p - kw) // stride + 1
    for number, row in enumerate(columns):
        n, rest = divmod(number, oh * ow)
        i, j = divmod(rest, ow)
        where = n, slice(None), slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
        total[where] += row.reshape(kh, kw, C).transpose(2, 0, 1)
        seen[where] += 1
    return (total / np.maximum(seen, 1))[:, :, p:p + H, p:p + W]
# %% right: numbers of places and np.add.at
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    kh, kw = kernel_size
    hp, wp = H + 2 * padding, W + 2 * padding
    places = np.arange(N * C * hp * wp).reshape(N, C, hp, wp)
    w = np.lib.stride_tricks.sliding_window_view(places, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    flat = np.zeros(places.size)
    np.add.at(flat, w.transpose(0, 2, 3, 1, 4, 5).ravel(), np.asarray(columns).ravel())
    return flat.reshape(places.shape)[:, :, padding:padding + H, padding:padding + W]
