# %% wrong: the values are written with =, so where windows overlap only the last one stays and nothing adds up
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    kh, kw = kernel_size
    down = (H + 2 * padding - kh) // stride + 1
    across = (W + 2 * padding - kw) // stride + 1
    image = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    values = columns.reshape(N, down, across, C, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    for u in range(kh):
        for v in range(kw):
            image[:, :, u:u + stride * down:stride, v:v + stride * across:stride] = values[..., u, v]
    return image[:, :, padding:padding + H, padding:padding + W]
# %% wrong: the rows are reshaped to (N, C, H_out, W_out, K_H, K_W) directly, without the transpose, so the numbers go to wrong windows and channels
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    ph, pw = h + 2 * padding, w + 2 * padding
    oh, ow = (ph - k_h) // stride + 1, (pw - k_w) // stride + 1
    out = np.zeros((n, c, ph, pw))
    values = columns.reshape(n, c, oh, ow, k_h, k_w)
    for i in range(oh):
        for j in range(ow):
            out[:, :, i * stride:i * stride + k_h, j * stride:j * stride + k_w] += values[:, :, i, j]
    return out[:, :, padding:padding + h, padding:padding + w]
# %% wrong: the padding is cut off with padding:-padding, so with padding 0 the result is empty
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    out = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    r = 0
    for n in range(N):
        for top in range(0, H + 2 * padding - KH + 1, stride):
            for left in range(0, W + 2 * padding - KW + 1, stride):
                out[n, :, top:top + KH, left:left + KW] += columns[r].reshape(C, KH, KW)
                r += 1
    return out[:, :, padding:-padding, padding:-padding]
# %% wrong: where windows overlap the values are averaged (divided by the number of windows that read the pixel), where they should be added
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    total = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    count = np.zeros_like(total)
    rows = iter(columns)
    for b in range(n):
        for i in range(0, total.shape[2] - kh + 1, stride):
            for j in range(0, total.shape[3] - kw + 1, stride):
                total[b, :, i:i + kh, j:j + kw] += next(rows).reshape(c, kh, kw)
                count[b, :, i:i + kh, j:j + kw] += 1
    merged = total / np.maximum(count, 1)
    return merged[:, :, padding:padding + h, padding:padding + w]
# %% right: numbers the pixels, sends the numbers through im2col, and adds with np.bincount
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    total = math.prod(x_shape)
    names = np.arange(total).reshape(x_shape)
    edge = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    names = np.pad(names, edge, constant_values=total)
    views = np.lib.stride_tricks.sliding_window_view(names, kernel_size, axis=(2, 3))
    goes_to = views[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5).ravel()
    sums = np.bincount(goes_to, weights=np.ravel(columns), minlength=total + 1)
    return sums[:total].reshape(x_shape)
