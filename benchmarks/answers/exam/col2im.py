# %% wrong: overlapping values overwrite each other instead of being added
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    down = (h + 2 * padding - k_h) // stride + 1
    across = (w + 2 * padding - k_w) // stride + 1
    values = columns.reshape(n, down, across, c, k_h, k_w).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u in range(k_h):
        for v in range(k_w):
            out[:, :, u:u + stride * down:stride, v:v + stride * across:stride] = values[..., u, v]
    return out[:, :, padding:padding + h, padding:padding + w]
# %% wrong: the padding is cut off with padding:-padding, which leaves nothing when it is 0
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    down = (h + 2 * padding - k_h) // stride + 1
    across = (w + 2 * padding - k_w) // stride + 1
    values = columns.reshape(n, down, across, c, k_h, k_w).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u in range(k_h):
        for v in range(k_w):
            out[:, :, u:u + stride * down:stride, v:v + stride * across:stride] += values[..., u, v]
    return out[:, :, padding:-padding, padding:-padding]
# %% wrong: the sums are divided by the number of windows that read each pixel, a mean instead of a sum
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    down = (h + 2 * padding - k_h) // stride + 1
    across = (w + 2 * padding - k_w) // stride + 1
    values = columns.reshape(n, down, across, c, k_h, k_w).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    count = np.zeros_like(out)
    for u in range(k_h):
        for v in range(k_w):
            out[:, :, u:u + stride * down:stride, v:v + stride * across:stride] += values[..., u, v]
            count[:, :, u:u + stride * down:stride, v:v + stride * across:stride] += 1
    out = out / np.maximum(count, 1)
    return out[:, :, padding:padding + h, padding:padding + w]
# %% wrong: the columns are reshaped straight to (N, C, down, across, K_H, K_W), without transpose
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    down = (h + 2 * padding - k_h) // stride + 1
    across = (w + 2 * padding - k_w) // stride + 1
    values = columns.reshape(n, c, down, across, k_h, k_w)
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u, v in np.ndindex(k_h, k_w):
        out[:, :, u:u + stride * down:stride, v:v + stride * across:stride] += values[..., u, v]
    return out[:, :, padding:padding + h, padding:padding + w]
# %% wrong: the row of `columns` is not advanced at a new image, so all images get the first one's rows
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    out = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    for n in range(N):
        row = 0
        for i in range(0, H + 2 * padding - KH + 1, stride):
            for j in range(0, W + 2 * padding - KW + 1, stride):
                out[n, :, i:i + KH, j:j + KW] += columns[row].reshape(C, KH, KW)
                row += 1
    return out[:, :, padding:padding + H, padding:padding + W]
# %% wrong: the image has no room for the padding and the windows start at row 0 (ValueError with padding)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    down = (h + 2 * padding - k_h) // stride + 1
    across = (w + 2 * padding - k_w) // stride + 1
    values = columns.reshape(n, down, across, c, k_h, k_w).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros(x_shape)
    for u in range(k_h):
        for v in range(k_w):
            out[:, :, u:u + stride * down:stride, v:v + stride * across:stride] += values[..., u, v]
    return out
# %% right: row by row, window by window
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    out = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    row = 0
    for n in range(N):
        for i in range(0, H + 2 * padding - KH + 1, stride):
            for j in range(0, W + 2 * padding - KW + 1, stride):
                out[n, :, i:i + KH, j:j + KW] += columns[row].reshape(C, KH, KW)
                row += 1
    return out[:, :, padding:padding + H, padding:padding + W]
