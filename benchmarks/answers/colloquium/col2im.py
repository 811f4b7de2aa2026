# %% wrong: where windows overlap the last value overwrites the others (= instead of +=)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    down = (h + 2 * padding - kh) // stride + 1
    across = (w + 2 * padding - kw) // stride + 1
    values = columns.reshape(n, down, across, c, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u in range(kh):
        for v in range(kw):
            out[:, :, u:u + stride * down:stride, v:v + stride * across:stride] = values[..., u, v]
    return out[:, :, padding:padding + h, padding:padding + w]
# %% wrong: the columns are reshaped straight to (N, C, H_out, W_out, K_H, K_W), without the transpose, so numbers are scrambled
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    K_H, K_W = kernel_size
    Hp, Wp = H + 2 * padding, W + 2 * padding
    down, across = (Hp - K_H) // stride + 1, (Wp - K_W) // stride + 1
    values = columns.reshape(N, C, down, across, K_H, K_W)
    image = np.zeros((N, C, Hp, Wp))
    for i in range(down):
        for j in range(across):
            image[:, :, i * stride:i * stride + K_H, j * stride:j * stride + K_W] += values[:, :, i, j]
    return image[:, :, padding:Hp - padding, padding:Wp - padding]
# %% wrong: overlapping values are averaged (divided by how many windows read the pixel) instead of added
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    total = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    count = np.zeros_like(total)
    row = 0
    for k in range(n):
        for i in range(0, h + 2 * padding - kh + 1, stride):
            for j in range(0, w + 2 * padding - kw + 1, stride):
                total[k, :, i:i + kh, j:j + kw] += columns[row].reshape(c, kh, kw)
                count[k, :, i:i + kh, j:j + kw] += 1
                row += 1
    mean = total / np.maximum(count, 1)
    return mean[:, :, padding:padding + h, padding:padding + w]
# %% wrong: the padding is cut off with [padding:-padding], which gives an empty array when padding is 0
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    output = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    down, across = (output.shape[2] - kh) // stride + 1, (output.shape[3] - kw) // stride + 1
    values = columns.reshape(n, down, across, c, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    for u, v in np.ndindex(kh, kw):
        output[:, :, u : u + stride * down : stride, v : v + stride * across : stride] += values[..., u, v]
    return output[:, :, padding:-padding, padding:-padding]
# %% right: im2col of the pixel numbers says where each value goes, np.add.at adds
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    numbers = np.arange(math.prod(x_shape)).reshape(x_shape) + 1
    numbers = np.pad(numbers, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(numbers, tuple(kernel_size), axis=(2, 3))
    view = view[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    flat = np.zeros(math.prod(x_shape) + 1)
    np.add.at(flat, view.ravel(), np.asarray(columns, dtype=float).ravel())
    return flat[1:].reshape(x_shape)
