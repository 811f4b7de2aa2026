# %% wrong: no transpose before the reshape: channels stay in front of the places, so a row mixes windows (right for one channel)
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, H, W = v.shape[:4]
    return v.reshape(N * H * W, C * kh * kw)
# %% wrong: channels last within a row (K_H, K_W, C) instead of one channel after the other; right for one channel
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = []
    for n in range(len(xp)):
        for i in range(0, xp.shape[2] - kh + 1, stride):
            for j in range(0, xp.shape[3] - kw + 1, stride):
                rows.append(xp[n, :, i:i + kh, j:j + kw].transpose(1, 2, 0).ravel())
    return np.array(rows)
# %% wrong: windows as columns: the transpose (C K_H K_W, N H_out W_out), as other sources store it
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    return v.transpose(1, 4, 5, 0, 2, 3).reshape(x.shape[1] * kh * kw, -1)
# %% wrong: forgets the padding (right for padding 0)
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    n, c, h, w = x.shape
    out_h, out_w = (h - kh) // stride + 1, (w - kw) // stride + 1
    cols = np.empty((n, out_h, out_w, c, kh, kw), dtype=x.dtype)
    for i in range(out_h):
        for j in range(out_w):
            cols[:, i, j] = x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
    return cols.reshape(n * out_h * out_w, -1)
# %% wrong: pads all four axes: np.pad(x, padding) also adds images and channels of zeros (right for padding 0)
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    x = np.pad(x, padding)
    v = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    return v.transpose(0, 2, 3, 1, 4, 5).reshape(-1, x.shape[1] * kh * kw)
# %% wrong: rows in the order place, then image: the batch is the inner loop (right for one image)
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = [xp[n, :, i:i + kh, j:j + kw].reshape(-1)
            for i in range(0, xp.shape[2] - kh + 1, stride)
            for j in range(0, xp.shape[3] - kw + 1, stride)
            for n in range(len(xp))]
    return np.stack(rows)
# %% wrong: the range ends one window early (range(0, H - K, stride) without + 1)
def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = []
    for image in xp:
        for top in range(0, image.shape[1] - kh, stride):
            for left in range(0, image.shape[2] - kw, stride):
                rows.append(image[:, top:top + kh, left:left + kw].flatten())
    return np.array(rows)
# %% right: one column block for each (channel, tap), stacked along a last axis
def im2col(x, kernel_size, stride=1, padding=0):
    (kh, kw), (sh, sw), (ph, pw) = (np.broadcast_to(a, 2) for a in (kernel_size, stride, padding))
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    h, w = (xp.shape[2] - kh) // sh + 1, (xp.shape[3] - kw) // sw + 1
    columns = [xp[:, c, u:u + sh * (h - 1) + 1:sh, v:v + sw * (w - 1) + 1:sw].ravel()
               for c in range(x.shape[1]) for u in range(kh) for v in range(kw)]
    return np.stack(columns, axis=1)
# %% right: index arrays of rows and columns
def im2col(x, kernel_size, stride=1, padding=0):
    (kh, kw), (sh, sw), (ph, pw) = (np.broadcast_to(a, 2) for a in (kernel_size, stride, padding))
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    h, w = (xp.shape[2] - kh) // sh + 1, (xp.shape[3] - kw) // sw + 1
    r = (np.arange(h) * sh)[:, None, None, None] + np.arange(kh)[:, None]
    c = (np.arange(w) * sw)[None, :, None, None] + np.arange(kw)
    taken = xp[:, :, r, c]
    return np.moveaxis(taken, 1, 3).reshape(len(x) * h * w, -1)
