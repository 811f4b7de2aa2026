# %% wrong: where windows overlap the values overwrite each other (= instead of +=)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    down = (H + 2 * padding - KH) // stride + 1
    across = (W + 2 * padding - KW) // stride + 1
    values = columns.reshape(N, down, across, C, KH, KW).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    for u in range(KH):
        for v in range(KW):
            out[:, :, u:u + stride * down:stride, v:v + stride * across:stride] = values[..., u, v]
    return out[:, :, padding:padding + H, padding:padding + W]
# %% wrong: the padding is cut off with [padding:-padding], which gives an empty array when padding is 0
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    down, across = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    values = columns.reshape(n, down, across, c, kh, kw)
    image = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for i in range(down):
        for j in range(across):
            image[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += values[:, i, j]
    return image[:, :, padding:-padding, padding:-padding]
# %% wrong: the columns are reshaped straight to (N, C, H_out, W_out, K_H, K_W), without the transpose, so the numbers are scrambled
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    rows, cols = kernel_size
    padded = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    down = (padded.shape[2] - rows) // stride + 1
    across = (padded.shape[3] - cols) // stride + 1
    values = columns.reshape(N, C, down, across, rows, cols)
    for u, v in np.ndindex(rows, cols):
        padded[:, :, u:u + stride * down:stride, v:v + stride * across:stride] += values[..., u, v]
    return padded[:, :, padding:H + padding, padding:W + padding]
# %% wrong: the sums are divided by the number of windows that cover each pixel, so it is the mean of the overlapping values (0 where there is no window)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    total = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    count = np.zeros_like(total)
    k = 0
    for b in range(n):
        for i in range(0, h + 2 * padding - kh + 1, stride):
            for j in range(0, w + 2 * padding - kw + 1, stride):
                total[b, :, i:i + kh, j:j + kw] += columns[k].reshape(c, kh, kw)
                count[b, :, i:i + kh, j:j + kw] += 1
                k += 1
    total = total / np.maximum(count, 1)
    return total[:, :, padding:padding + h, padding:padding + w]
# %% right: the same im2col of pixel numbers, and np.add.at on the flat image
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    p = padding
    numbers = np.arange(n * c * (h + 2 * p) * (w + 2 * p)).reshape(n, c, h + 2 * p, w + 2 * p)
    seen = np.lib.stride_tricks.sliding_window_view(numbers, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    where = seen.transpose(0, 2, 3, 1, 4, 5).ravel()
    flat = np.bincount(where, weights=np.ravel(columns), minlength=numbers.size)
    return flat.reshape(numbers.shape)[:, :, p:p + h, p:p + w]
