# %% wrong: the product is reshaped straight to (N, C_out, H, W) without moving the last axis, so the numbers are scrambled; right with one filter
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    C_out, _, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, oh, ow = win.shape[:4]
    cols = win.transpose(0, 2, 3, 1, 4, 5).reshape(N * oh * ow, -1)
    out = cols @ weight.reshape(C_out, -1).T + bias
    return out.reshape(N, C_out, oh, ow)
# %% wrong: the weight is reshaped to (-1, C_out) instead of (C_out, -1) and transposed, so the filters are mixed up; right with one filter
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    filters, channels, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    down = (padded.shape[2] - kh) // stride + 1
    across = (padded.shape[3] - kw) // stride + 1
    rows = []
    for n in range(len(x)):
        for i in range(down):
            for j in range(across):
                rows.append(padded[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw].ravel())
    matrix = np.array(rows)
    product = matrix @ weight.reshape(-1, filters)
    product = product + bias
    return product.reshape(len(x), down, across, filters).transpose(0, 3, 1, 2)
# %% wrong: the bias is forgotten
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    def columns(img, kh, kw):
        img = np.pad(img, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        w = np.lib.stride_tricks.sliding_window_view(img, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
        n, c, h, b = w.shape[:4]
        return w.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * b, c * kh * kw), h, b

    cols, h, b = columns(x, weight.shape[2], weight.shape[3])
    y = cols @ weight.reshape(weight.shape[0], -1).T
    return y.reshape(x.shape[0], h, b, -1).transpose(0, 3, 1, 2)
# %% wrong: height and width of the output are swapped in the reshape, so the shape and the order are wrong unless the output is square
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    o, c, kh, kw = weight.shape
    pad = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    h_out = (pad.shape[2] - kh) // stride + 1
    w_out = (pad.shape[3] - kw) // stride + 1
    v = np.lib.stride_tricks.sliding_window_view(pad, (kh, kw), axis=(2, 3))
    v = v[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    big = v.reshape(len(x) * h_out * w_out, c * kh * kw)
    res = big.dot(weight.reshape(o, -1).T) + bias
    return np.moveaxis(res.reshape(len(x), w_out, h_out, o), 3, 1)
# %% right: windows as columns, the bias as one more row of ones
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    filters, _, kh, kw = weight.shape
    frame = np.zeros((c, n, h + 2 * padding, w + 2 * padding))
    frame[:, :, padding:padding + h, padding:padding + w] = x.swapaxes(0, 1)
    down, across = (frame.shape[2] - kh) // stride + 1, (frame.shape[3] - kw) // stride + 1
    taps = [frame[k, :, u:u + stride * down:stride, v:v + stride * across:stride].ravel()
            for k in range(c) for u in range(kh) for v in range(kw)]
    matrix = np.vstack(taps + [np.ones(n * down * across)])
    filters_and_bias = np.column_stack([weight.reshape(filters, -1), bias])
    return (filters_and_bias @ matrix).reshape(filters, n, down, across).swapaxes(0, 1)
