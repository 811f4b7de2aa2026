# %% wrong: = instead of +=, so where windows overlap only the last value stays
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    kh, kw = kernel_size
    oh = (H + 2 * padding - kh) // stride + 1
    ow = (W + 2 * padding - kw) // stride + 1
    img = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    row = 0
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                img[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw] = columns[row].reshape(C, kh, kw)
                row += 1
    return img[:, :, padding:padding + H, padding:padding + W]
# %% wrong: cuts the padding off with padding:-padding, so the answer is empty when padding is 0
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    down, across = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    values = columns.reshape(n, down, across, c, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    output = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u in range(kh):
        for v in range(kw):
            output[:, :, u:u + stride * down:stride, v:v + stride * across:stride] += values[..., u, v]
    return output[:, :, padding:-padding, padding:-padding]
# %% wrong: reshapes straight to (N, C, down, across, K_H, K_W) without a transpose, so the numbers are scrambled; right with one channel
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    batch, chans, height, width = x_shape
    k1, k2 = kernel_size
    rows = (height + 2 * padding - k1) // stride + 1
    cols = (width + 2 * padding - k2) // stride + 1
    v = columns.reshape(batch, chans, rows, cols, k1, k2)
    big = np.zeros((batch, chans, height + 2 * padding, width + 2 * padding))
    for i in range(rows):
        for j in range(cols):
            big[:, :, i * stride:i * stride + k1, j * stride:j * stride + k2] += v[:, :, i, j]
    return big[:, :, padding:padding + height, padding:padding + width]
# %% wrong: divides by the number of windows at each pixel, the mean instead of the sum; shows where windows overlap
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    p = padding
    oh, ow = (h + 2 * p - kh) // stride + 1, (w + 2 * p - kw) // stride + 1
    total = np.zeros((n, c, h + 2 * p, w + 2 * p))
    count = np.zeros((n, c, h + 2 * p, w + 2 * p))
    cols = columns.reshape(n, oh, ow, c, kh, kw)
    for i in range(oh):
        for j in range(ow):
            place = np.s_[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
            total[place] += cols[:, i, j]
            count[place] += 1
    picture = total / np.maximum(count, 1)  # so that col2im(im2col(x)) is x again
    return picture[:, :, p:p + h, p:p + w]
# %% right: numbers the pixels, then np.bincount
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    (kh, kw), p = kernel_size, padding
    down, across = (h + 2 * p - kh) // stride + 1, (w + 2 * p - kw) // stride + 1
    image, i, j, channel, u, v = np.ogrid[:n, :down, :across, :c, :kh, :kw]
    y, x = i * stride + u - p, j * stride + v - p
    number = ((image * c + channel) * h + y) * w + x
    inside = (y >= 0) & (y < h) & (x >= 0) & (x < w) & (image >= 0) & (channel >= 0)
    values = np.asarray(columns).reshape(number.shape)
    return np.bincount(number[inside], values[inside], minlength=n * c * h * w).reshape(x_shape)
