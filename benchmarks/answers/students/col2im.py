# %% wrong: = instead of +=: pixels in several windows keep only the last number
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    N, C, H, W = x_shape
    p = padding
    OH, OW = (H + 2 * p - kh) // stride + 1, (W + 2 * p - kw) // stride + 1
    values = columns.reshape(N, OH, OW, C, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros((N, C, H + 2 * p, W + 2 * p))
    for u in range(kh):
        for v in range(kw):
            out[:, :, u:u + stride * OH:stride, v:v + stride * OW:stride] = values[..., u, v]
    return out[:, :, p:p + H, p:p + W]
# %% wrong: cuts with [p:-p], which leaves nothing for padding 0
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    N, C, H, W = x_shape
    p = padding
    OH, OW = (H + 2 * p - kh) // stride + 1, (W + 2 * p - kw) // stride + 1
    values = columns.reshape(N, OH, OW, C, kh, kw)
    out = np.zeros((N, C, H + 2 * p, W + 2 * p))
    for i in range(OH):
        for j in range(OW):
            out[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += values[:, i, j]
    return out[:, :, p:-p, p:-p]
# %% wrong: reshapes the columns as (N, C, H_out, W_out, K_H, K_W) at once, without transposing (right for one channel)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    n, c, h, w = x_shape
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    values = columns.reshape(n, c, oh, ow, kh, kw)
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u in range(kh):
        for v in range(kw):
            out[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride] += values[..., u, v]
    return out[:, :, padding:padding + h, padding:padding + w]
# %% wrong: divides by the number of windows that read a pixel, so that col2im undoes im2col; the sums are asked for (right where windows do not overlap)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    n, c, h, w = x_shape
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    values = columns.reshape(n, oh, ow, c, kh, kw).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    count = np.zeros(out.shape)
    for u in range(kh):
        for v in range(kw):
            place = np.s_[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride]
            out[place] += values[..., u, v]
            count[place] += 1
    out = out / np.maximum(count, 1)
    return out[:, :, padding:padding + h, padding:padding + w]
# %% wrong: forgets to cut the padding off (right for padding 0)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    n, c, h, w = x_shape
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    row = 0
    for b in range(n):
        for i in range(0, h + 2 * padding - kh + 1, stride):
            for j in range(0, w + 2 * padding - kw + 1, stride):
                out[b, :, i:i + kh, j:j + kw] += columns[row].reshape(c, kh, kw)
                row += 1
    return out
# %% wrong: number of windows without the padding, so the reshape of the columns crashes; right for padding 0
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    kh, kw = np.broadcast_to(kernel_size, 2)
    n, c, h, w = x_shape
    oh, ow = (h - kh) // stride + 1, (w - kw) // stride + 1
    values = columns.reshape(n, oh, ow, c, kh, kw)
    out = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for i in range(oh):
        for j in range(ow):
            out[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += values[:, i, j]
    return out[:, :, padding:h + padding, padding:w + padding]
# %% right: window by window with a running row counter
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    (kh, kw), (sh, sw), (ph, pw) = (np.broadcast_to(a, 2) for a in (kernel_size, stride, padding))
    n, c, h, w = x_shape
    canvas = np.zeros((n, c, h + 2 * ph, w + 2 * pw))
    rows = iter(columns)
    for image in canvas:
        for top in range(0, h + 2 * ph - kh + 1, sh):
            for left in range(0, w + 2 * pw - kw + 1, sw):
                image[:, top:top + kh, left:left + kw] += next(rows).reshape(c, kh, kw)
    return canvas[:, :, ph:h + ph, pw:w + pw].copy()
# %% right: bincount over the flat index of each number in the padded image
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    (kh, kw), (sh, sw), (ph, pw) = (np.broadcast_to(a, 2) for a in (kernel_size, stride, padding))
    n, c, h, w = x_shape
    full = (n, c, h + 2 * ph, w + 2 * pw)
    number = np.arange(math.prod(int(s) for s in full)).reshape(full)
    view = np.lib.stride_tricks.sliding_window_view(number, (kh, kw), axis=(2, 3))[:, :, ::sh, ::sw]
    flat = view.transpose(0, 2, 3, 1, 4, 5).ravel()
    total = np.bincount(flat, weights=np.asarray(columns, dtype=float).ravel(), minlength=number.size).reshape(full)
    return total[:, :, ph:ph + h, pw:pw + w]
