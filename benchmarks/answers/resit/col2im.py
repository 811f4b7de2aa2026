# %% wrong: where windows overlap the last value overwrites the others (= instead of +=)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    down = (h + 2 * padding - k_h) // stride + 1
    across = (w + 2 * padding - k_w) // stride + 1
    values = columns.reshape(n, down, across, c, k_h, k_w).transpose(0, 3, 1, 2, 4, 5)
    output = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u, v in np.ndindex(k_h, k_w):
        output[:, :, u:u + stride * down:stride, v:v + stride * across:stride] = values[..., u, v]
    return output[:, :, padding:padding + h, padding:padding + w]
# %% wrong: the columns are reshaped to (N, C, down, across, K_H, K_W) directly, without the transpose: scrambled as soon as there is more than one channel
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    p = padding
    down, across = (h + 2 * p - k_h) // stride + 1, (w + 2 * p - k_w) // stride + 1
    values = columns.reshape(n, c, down, across, k_h, k_w)
    image = np.zeros((n, c, h + 2 * p, w + 2 * p))
    for i in range(down):
        for j in range(across):
            image[:, :, i * stride:i * stride + k_h, j * stride:j * stride + k_w] += values[:, :, i, j]
    return image[:, :, p:p + h, p:p + w]
# %% wrong: overlapping values are averaged instead of added: the sum is divided by the number of windows that read each pixel
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    down = (h + 2 * padding - k_h) // stride + 1
    across = (w + 2 * padding - k_w) // stride + 1
    values = columns.reshape(n, down, across, c, k_h, k_w)
    output = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    counts = np.zeros(output.shape)
    for i, j in np.ndindex(down, across):
        place = np.s_[:, :, i * stride:i * stride + k_h, j * stride:j * stride + k_w]
        output[place] += values[:, i, j]
        counts[place] += 1
    output /= np.maximum(counts, 1)
    return output[:, :, padding:padding + h, padding:padding + w]
# %% wrong: the padding is cut off with padding:-padding, so without padding nothing is left
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k_h, k_w = kernel_size
    output = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    rows = iter(columns)
    for image in output:
        for top in range(0, h + 2 * padding - k_h + 1, stride):
            for left in range(0, w + 2 * padding - k_w + 1, stride):
                image[:, top:top + k_h, left:left + k_w] += next(rows).reshape(c, k_h, k_w)
    return output[:, :, padding:-padding, padding:-padding]
# %% right: numbered pixels and np.bincount
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    padded = np.arange(n * c * h * w).reshape(x_shape)
    padded = np.pad(padded, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2), constant_values=n * c * h * w)
    view = np.lib.stride_tricks.sliding_window_view(padded, tuple(kernel_size), axis=(2, 3))
    places = view[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5).ravel()
    sums = np.bincount(places, weights=np.ravel(columns), minlength=n * c * h * w + 1)
    return sums[:-1].reshape(x_shape)
