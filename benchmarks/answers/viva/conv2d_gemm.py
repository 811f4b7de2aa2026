# %% wrong: the product is reshaped directly to (N, C_out, H_out, W_out) without moving the last axis, so the shape is right and the numbers of filters and places are mixed
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = weight.shape
    w = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    n, _, h, wd = w.shape[:4]
    rows = w.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * wd, c * kh * kw)
    return (rows @ weight.reshape(f, -1).T + bias).reshape(n, f, h, wd)
# %% wrong: the weight is brought to its shape with reshape(-1, C_out), where reshape(C_out, -1).T is needed, so the numbers of different filters are mixed
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    def im2col(a, k):
        a = np.pad(a, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
        v = np.lib.stride_tricks.sliding_window_view(a, k, axis=(2, 3))[:, :, ::stride, ::stride]
        return v.transpose(0, 2, 3, 1, 4, 5).reshape(-1, a.shape[1] * k[0] * k[1]), v.shape[2:4]

    columns, (down, across) = im2col(x, weight.shape[2:])
    product = columns @ weight.reshape(-1, weight.shape[0]) + bias
    return product.reshape(len(x), down, across, -1).transpose(0, 3, 1, 2)
# %% wrong: H_out and W_out are computed without the padding, so with padding > 0 the reshape of the product raises ValueError (unless the stride swallows the additional places)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    C_out, _, K_H, K_W = weight.shape
    H_out, W_out = (H - K_H) // stride + 1, (W - K_W) // stride + 1
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = np.array([image[:, i:i + K_H, j:j + K_W].ravel() for image in padded
                     for i in range(0, padded.shape[2] - K_H + 1, stride)
                     for j in range(0, padded.shape[3] - K_W + 1, stride)])
    y = rows @ weight.reshape(C_out, -1).T + bias
    return y.reshape(N, H_out, W_out, C_out).transpose(0, 3, 1, 2)
# %% wrong: the bias is added after the transpose without axes for rows and columns, so it meets the columns and not the filters: ValueError, unless W_out happens to be C_out or one of them is 1
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    p = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    view = np.lib.stride_tricks.sliding_window_view(np.pad(x, p), weight.shape[2:], axis=(2, 3))
    view = view[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    n, h, w = view.shape[:3]
    flat = view.reshape(n * h * w, -1)
    out = flat.dot(weight.reshape(len(weight), -1).T)
    return out.reshape(n, h, w, len(weight)).transpose(0, 3, 1, 2) + bias
# %% right: columns by fancy indexing, filters on the left of the product, bias as one more weight
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    top = np.arange(0, padded.shape[2] - KH + 1, stride)
    left = np.arange(0, padded.shape[3] - KW + 1, stride)
    rows = np.arange(KH)[:, None, None, None] + top[:, None]
    cols = np.arange(KW)[:, None, None] + left
    matrix = padded[:, :, rows, cols].reshape(N, C * KH * KW, -1)
    matrix = np.concatenate([matrix, np.ones((N, 1, matrix.shape[2]))], axis=1)
    filters = np.concatenate([weight.reshape(F, -1), np.reshape(bias, (F, 1))], axis=1)
    return (filters @ matrix).reshape(N, F, len(top), len(left))
