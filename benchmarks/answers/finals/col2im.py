# %% wrong: overlapping values overwrite each other
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    for row, (a, i, j) in zip(columns, np.ndindex(n, oh, ow)):
        out[a, :, i * stride:i * stride + kh, j * stride:j * stride + kw] = row.reshape(c, kh, kw)
    return out[:, :, padding:padding + h, padding:padding + w]
# %% wrong: divides by the number of windows over each pixel, so that col2im(im2col(x)) is x again
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    total = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    count = np.zeros_like(total)
    oh, ow = (total.shape[2] - kh) // stride + 1, (total.shape[3] - kw) // stride + 1
    values = iter(columns)
    for a in range(n):
        for i in range(oh):
            for j in range(ow):
                at = (a, slice(None), slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw))
                total[at] += next(values).reshape(c, kh, kw)
                count[at] += 1
    mean = total / np.maximum(count, 1)
    return mean[:, :, padding:padding + h, padding:padding + w]
# %% wrong: the padded array comes back, the padding is not cut off
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    H, W = h + 2 * padding, w + 2 * padding
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    v = columns.reshape(n, oh, ow, c, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    image = np.zeros((n, c, H, W))
    for i in range(oh):
        for j in range(ow):
            image[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += v[:, :, i, j]
    return image
# %% wrong: the rows are taken as (N, C, H_out, W_out, ...), reshape without a transpose
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    v = columns.reshape(n, c, oh, ow, kh, kw)
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u in range(kh):
        for k in range(kw):
            out[:, :, u:u + stride * (oh - 1) + 1:stride, k:k + stride * (ow - 1) + 1:stride] += v[..., u, k]
    return out[:, :, padding:padding + h, padding:padding + w]
# %% right: pixel numbers pushed through the same windows, then np.add.at
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    kh, kw = kernel_size
    H, W = h + 2 * padding, w + 2 * padding
    numbers = np.arange(n * c * H * W).reshape(n, c, H, W)
    view = np.lib.stride_tricks.sliding_window_view(numbers, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    index = view.transpose(0, 2, 3, 1, 4, 5).reshape(columns.shape)
    flat = np.zeros(n * c * H * W)
    np.add.at(flat, index, columns)
    return flat.reshape(n, c, H, W)[:, :, padding:padding + h, padding:padding + w]
