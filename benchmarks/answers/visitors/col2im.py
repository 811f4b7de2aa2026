# %% wrong: reads each row as (K_H, K_W, C), with the channels last
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    out_h = (h + 2 * padding - kh) // stride + 1
    out_w = (w + 2 * padding - kw) // stride + 1
    patches = columns.reshape(n, out_h, out_w, kh, kw, c)
    image = np.zeros((n, h + 2 * padding, w + 2 * padding, c))
    for i in range(out_h):
        for j in range(out_w):
            image[:, i * stride:i * stride + kh, j * stride:j * stride + kw, :] += patches[:, i, j]
    image = image[:, padding:padding + h, padding:padding + w, :]
    return image.transpose(0, 3, 1, 2)


# %% wrong: divides by the number of windows over each pixel, so that it undoes im2col, in place of adding
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    KH, KW = kernel_size
    p, s = padding, stride
    h, w = (H + 2 * p - KH) // s + 1, (W + 2 * p - KW) // s + 1
    v = columns.reshape(N, h, w, C, KH, KW)
    total = np.zeros((N, C, H + 2 * p, W + 2 * p))
    weight = np.zeros(total.shape)
    for i, j in np.ndindex(h, w):
        total[:, :, i * s:i * s + KH, j * s:j * s + KW] += v[:, i, j]
        weight[:, :, i * s:i * s + KH, j * s:j * s + KW] += 1
    return (total / np.maximum(weight, 1))[:, :, p:p + H, p:p + W]


# %% wrong: cuts the padding off with padding:-padding, which leaves an empty array for padding 0
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    N, C, H, W = x_shape
    K_H, K_W = kernel_size
    H_pad = H + 2 * padding
    W_pad = W + 2 * padding
    H_out = (H_pad - K_H) // stride + 1
    W_out = (W_pad - K_W) // stride + 1
    output = np.zeros((N, C, H_pad, W_pad))
    row = 0
    for n in range(N):
        for i in range(H_out):
            for j in range(W_out):
                window = columns[row].reshape(C, K_H, K_W)
                output[n, :, i * stride:i * stride + K_H, j * stride:j * stride + K_W] += window
                row += 1
    return output[:, :, padding:-padding, padding:-padding]


# %% right: numbers every pixel, and adds with np.add.at
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    rows, cols = kernel_size
    number = np.full((n, c, h + 2 * padding, w + 2 * padding), n * c * h * w)
    number[:, :, padding:padding + h, padding:padding + w] = np.arange(n * c * h * w).reshape(x_shape)
    view = np.lib.stride_tricks.sliding_window_view(number, (rows, cols), axis=(2, 3))
    places = view[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5).ravel()
    collected = np.zeros(n * c * h * w + 1)  # the last one takes what fell on the padding
    np.add.at(collected, places, np.ravel(columns))
    return collected[:-1].reshape(x_shape)
