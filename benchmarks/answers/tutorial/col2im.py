# %% wrong: windows overwrite (=) where they overlap instead of adding, so only the last window that reads a pixel counts; right without overlap
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    kh, kw = kernel_size
    big = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    row = 0
    for n in range(N):
        for i in range((H + 2 * padding - kh) // stride + 1):
            for j in range((W + 2 * padding - kw) // stride + 1):
                top, left = i * stride, j * stride
                big[n, :, top:top + kh, left:left + kw] = columns[row].reshape(C, kh, kw)
                row += 1
    return big[:, :, padding:padding + H, padding:padding + W]
# %% wrong: collects in an array of x_shape without room for the padding, so with padding the slices are too short: ValueError; right without padding
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    down = (h + 2 * padding - kh) // stride + 1
    across = (w + 2 * padding - kw) // stride + 1
    values = columns.reshape(n, down, across, c, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    image = np.zeros(x_shape)
    for u in range(kh):
        for v in range(kw):
            image[:, :, u:u + stride * down:stride, v:v + stride * across:stride] += values[..., u, v]
    return image
# %% wrong: divides by the number of windows that read each pixel (an average, so that im2col is undone) instead of the plain sum; right without overlap
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    kh, kw = kernel_size
    down = (H + 2 * padding - kh) // stride + 1
    across = (W + 2 * padding - kw) // stride + 1
    total = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    seen = np.zeros((H + 2 * padding, W + 2 * padding))
    blocks = columns.reshape(N, down, across, C, kh, kw)
    for i, j in np.ndindex(down, across):
        spot = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
        total[(slice(None), slice(None)) + spot] += blocks[:, i, j]
        seen[spot] += 1
    total /= np.maximum(seen, 1)
    return total[:, :, padding:padding + H, padding:padding + W]
# %% wrong: two mistakes: columns is reshaped with the channel in front of the places, which scrambles it (except for one channel), and the margin is cut off with padding : -padding, which leaves nothing without padding
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    kh, kw = kernel_size
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    values = columns.reshape(N, C, oh, ow, kh, kw)
    out = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    for u, v in np.ndindex(kh, kw):
        out[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride] += values[:, :, :, :, u, v]
    return out[:, :, padding:-padding, padding:-padding]
# %% right: np.add.at with the index of every number
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    height, width = H + 2 * padding, W + 2 * padding
    number = np.arange(N * C * height * width).reshape(N, C, height, width)
    index = np.lib.stride_tricks.sliding_window_view(number, tuple(kernel_size), axis=(2, 3))
    index = index[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5).reshape(columns.shape)
    sums = np.zeros(number.size)
    np.add.at(sums, index, columns)
    return sums.reshape(number.shape)[:, :, padding:padding + H, padding:padding + W]
