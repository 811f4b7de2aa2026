# %% wrong: the product is reshaped straight to (N, C_out, H_out, W_out) with no transpose; right for one filter (or one output place) only
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    F, C, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(xp, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    N, _, down, across = win.shape[:4]
    rows = win.transpose(0, 2, 3, 1, 4, 5).reshape(N * down * across, -1)
    y = rows @ weight.reshape(F, -1).T + bias
    return y.reshape(N, F, down, across)
# %% wrong: the weight is flattened with reshape(-1, C_out) in place of reshape(C_out, -1).T, so the filters are mixed; right for one filter or 1x1 with one channel
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    c_out, _, kh, kw = weight.shape
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    padded[:, :, padding:padding + h, padding:padding + w] = x
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    cols = []
    for k in range(n):
        for i in range(oh):
            for j in range(ow):
                cols.append(padded[k, :, i * stride:i * stride + kh, j * stride:j * stride + kw].ravel())
    product = np.array(cols) @ weight.reshape(-1, c_out)
    product = product + bias
    return product.reshape(n, oh, ow, c_out).transpose(0, 3, 1, 2)
# %% wrong: the bias is never added; shows where it is not 0
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    w = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, H, W, _, _ = w.shape
    M = np.moveaxis(w, 1, 3).reshape(N * H * W, -1)
    K = weight.reshape(len(weight), -1).T
    return np.moveaxis((M @ K).reshape(N, H, W, len(weight)), -1, 1)
# %% wrong: two mistakes: rows and columns of the output change places (transpose(0, 3, 2, 1)); and the margin has the values of the border, not zeros
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    f, c, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="edge")
    down = (xp.shape[2] - kh) // stride + 1
    across = (xp.shape[3] - kw) // stride + 1
    matrix = np.zeros((len(x), down, across, c, kh, kw))
    for i in range(down):
        for j in range(across):
            matrix[:, i, j] = xp[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
    out = matrix.reshape(-1, c * kh * kw) @ weight.reshape(f, -1).T + bias
    return out.reshape(len(x), down, across, f).transpose(0, 3, 2, 1)
# %% right: the matrix with windows as columns, filters on the left, an index array picks the pixels
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    c_out, c, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    down, across = (xp.shape[2] - kh) // stride + 1, (xp.shape[3] - kw) // stride + 1
    ch, u, v = (part.reshape(-1, 1) for part in np.indices((c, kh, kw)))
    i, j = (part.reshape(1, -1) for part in np.indices((down, across)))
    columns = xp[:, ch, u + i * stride, v + j * stride]          # (N, C K K, down across)
    y = np.matmul(weight.reshape(c_out, -1), columns) + np.reshape(bias, (1, -1, 1))
    return y.reshape(len(x), c_out, down, across)
