# %% wrong: = in place of +=, so where windows overlap only the last tap's number is kept
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    down = (H + 2 * padding - KH) // stride + 1
    across = (W + 2 * padding - KW) // stride + 1
    values = columns.reshape(N, down, across, C, KH, KW).transpose(0, 3, 1, 2, 4, 5)
    output = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    for u in range(KH):
        for v in range(KW):
            output[:, :, u:u + stride * down:stride, v:v + stride * across:stride] = values[..., u, v]
    return output[:, :, padding:padding + H, padding:padding + W]
# %% wrong: reshape to (N, C, down, across, K_H, K_W) with no transpose; right for one channel (or one window an image) only
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    vals = columns.reshape(n, c, oh, ow, kh, kw)
    img = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for i in range(oh):
        for j in range(ow):
            img[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += vals[:, :, i, j]
    return img[:, :, padding:h + padding, padding:w + padding]
# %% wrong: the values of a pixel are averaged over the windows that read it, not added; shows where windows overlap
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    big = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    times = np.zeros_like(big)
    row = 0
    for n in range(N):
        for top in range(0, H + 2 * padding - KH + 1, stride):
            for left in range(0, W + 2 * padding - KW + 1, stride):
                big[n, :, top:top + KH, left:left + KW] += columns[row].reshape(C, KH, KW)
                times[n, :, top:top + KH, left:left + KW] += 1
                row += 1
    big = big / np.maximum(times, 1)   # every pixel once
    return big[:, :, padding:padding + H, padding:padding + W]
# %% wrong: the last two axes are read as (K_W, K_H), which scrambles kernels that are not square
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    p = padding
    down, across = (H + 2 * p - KH) // stride + 1, (W + 2 * p - KW) // stride + 1
    v6 = columns.reshape(N, down, across, C, KW, KH)
    out = np.zeros((N, C, H + 2 * p, W + 2 * p))
    for a in range(KH):
        for b in range(KW):
            out[:, :, a:a + stride * down:stride, b:b + stride * across:stride] += \
                v6[:, :, :, :, b, a].transpose(0, 3, 1, 2)
    return out[:, :, p:p + H, p:p + W]
# %% right: make im2col of the pixel numbers, then one bincount
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    number = np.arange(1, n * c * h * w + 1).reshape(x_shape)      # 0 is the margin
    number = np.pad(number, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    seen = np.lib.stride_tricks.sliding_window_view(number, tuple(kernel_size), axis=(2, 3))
    seen = seen[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    added = np.bincount(seen.ravel(), np.asarray(columns).ravel(), minlength=n * c * h * w + 1)
    return added[1:].reshape(x_shape)
