# %% wrong: values are set with = where they have to be added: the last tap wins where windows overlap; right without overlap
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
# %% wrong: the margin is cut off with padding:-padding, which leaves nothing for padding 0 (the default)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    big = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    row = 0
    for n in range(N):
        for i in range(0, H + 2 * padding - KH + 1, stride):
            for j in range(0, W + 2 * padding - KW + 1, stride):
                big[n, :, i:i + KH, j:j + KW] += columns[row].reshape(C, KH, KW)
                row += 1
    return big[:, :, padding:-padding, padding:-padding]
# %% wrong: the columns are reshaped to (N, C, H_out, W_out, K_H, K_W) at once, without transposing: scrambled for more than one channel
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    (n, c, h, w), (kh, kw) = x_shape, kernel_size
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    vals = columns.reshape(n, c, oh, ow, kh, kw)
    img = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u, v in np.ndindex(kh, kw):
        img[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride] += vals[:, :, :, :, u, v]
    return img[:, :, padding:h + padding, padding:w + padding]
# %% wrong: each pixel is divided by the number of windows that read it (a mean instead of a sum); shows where windows overlap
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    total = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    count = np.zeros_like(total)
    down = (H + 2 * padding - KH) // stride + 1
    across = (W + 2 * padding - KW) // stride + 1
    blocks = columns.reshape(N, down, across, C, KH, KW)
    for i in range(down):
        for j in range(across):
            t, l = i * stride, j * stride
            total[:, :, t:t + KH, l:l + KW] += blocks[:, i, j]
            count[:, :, t:t + KH, l:l + KW] += 1
    count[count == 0] = 1      # no division by 0
    image = total / count
    return image[:, :, padding:padding + H, padding:padding + W]
# %% right: each number's place in the flat padded array, bincount adds them up
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    tall, wide = h + 2 * padding, w + 2 * padding
    down, across = (tall - kh) // stride + 1, (wide - kw) // stride + 1
    image, i, j, channel, u, v = np.indices((n, down, across, c, kh, kw), sparse=True)
    place = ((image * c + channel) * tall + i * stride + u) * wide + j * stride + v
    flat = np.bincount(place.ravel(), weights=np.ravel(columns), minlength=n * c * tall * wide)
    padded = flat.reshape(n, c, tall, wide)
    return padded[:, :, padding:padding + h, padding:padding + w]
