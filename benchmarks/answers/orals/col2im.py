# %% wrong: = instead of +=, so where windows overlap only the last value is kept instead of the sum
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    kh, kw = kernel_size
    down = (H + 2 * padding - kh) // stride + 1
    across = (W + 2 * padding - kw) // stride + 1
    values = columns.reshape(N, down, across, C, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    output = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    for u in range(kh):
        for v in range(kw):
            output[:, :, u : u + stride * down : stride, v : v + stride * across : stride] = values[..., u, v]
    return output[:, :, padding : padding + H, padding : padding + W]
# %% wrong: the margin is cut off with padding:-padding, so without padding (0) the result is empty
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    image = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    row = 0
    for index in range(n):
        for top in range(0, h + 2 * padding - k_h + 1, stride):
            for left in range(0, w + 2 * padding - k_w + 1, stride):
                image[index, :, top : top + k_h, left : left + k_w] += columns[row].reshape(c, k_h, k_w)
                row += 1
    return image[:, :, padding:-padding, padding:-padding]
# %% wrong: the columns are reshaped to (N, C, down, across, K_H, K_W) directly, without the transpose from (N, down, across, C, K_H, K_W), so with several channels the numbers are scrambled
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    batch, channels, height, width = x_shape
    rows, cols = kernel_size
    tall, wide = height + 2 * padding, width + 2 * padding
    down, across = (tall - rows) // stride + 1, (wide - cols) // stride + 1
    blocks = columns.reshape(batch, channels, down, across, rows, cols)
    result = np.zeros((batch, channels, tall, wide))
    for i in range(down):
        for j in range(across):
            result[:, :, i * stride : i * stride + rows, j * stride : j * stride + cols] += blocks[:, :, i, j]
    return result[:, :, padding : padding + height, padding : padding + width]
# %% wrong: where windows overlap it takes the mean of the values (divides by the number of windows that read the pixel) instead of the sum
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    p = padding
    OH, OW = (H + 2 * p - KH) // stride + 1, (W + 2 * p - KW) // stride + 1
    total = np.zeros((N, C, H + 2 * p, W + 2 * p))
    count = np.zeros_like(total)
    patches = columns.reshape(N, OH, OW, C, KH, KW)
    for i in range(OH):
        for j in range(OW):
            where = np.s_[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            total[where] += patches[:, i, j]
            count[where] += 1
    return (total / np.maximum(count, 1))[:, :, p : p + H, p : p + W]
# %% right: an im2col of the pixel numbers, then np.bincount adds up
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    numbered = np.arange(1, n * c * h * w + 1).reshape(x_shape)
    numbered = np.pad(numbered, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(numbered, kernel_size, axis=(2, 3))
    targets = view[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5).ravel()
    sums = np.bincount(targets, weights=np.ravel(columns), minlength=n * c * h * w + 1)
    return sums[1:].reshape(x_shape)
