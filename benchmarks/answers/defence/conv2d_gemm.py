# %% wrong: the weight is reshaped to (-1, C_out) instead of reshaped to (C_out, -1) and transposed, so the filters are mixed up
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    def im2col(x, k):
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        w = np.lib.stride_tricks.sliding_window_view(x, k, axis=(2, 3))[:, :, ::stride, ::stride]
        n, c, h, wd, kh, kw = w.shape
        return w.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * wd, -1), (n, h, wd)
    rows, places = im2col(x, weight.shape[2:])
    product = rows @ weight.reshape(-1, len(weight)) + bias
    return product.reshape(*places, len(weight)).transpose(0, 3, 1, 2)
# %% wrong: the product is reshaped straight to (N, C_out, H_out, W_out), without the reshape to channels last and the transpose
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    views = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, H, W, KH, KW = views.shape
    matrix = views.transpose(0, 2, 3, 1, 4, 5).reshape(N * H * W, C * KH * KW)
    y = matrix @ weight.reshape(weight.shape[0], -1).T + bias
    return y.reshape(N, weight.shape[0], H, W)
# %% wrong: the output size is computed without the padding, so with padding the reshape raises ValueError wherever that changes the number of outputs
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    h_out, w_out = (h - kh) // stride + 1, (w - kw) // stride + 1
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    views = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    columns = views.transpose(0, 2, 3, 1, 4, 5).reshape(-1, c * kh * kw)
    out = columns @ weight.reshape(f, -1).T + bias
    return out.reshape(n, h_out, w_out, f).transpose(0, 3, 1, 2)
# %% wrong: two mistakes: the bias is forgotten, and the last transpose swaps height and width of the output (0, 3, 2, 1)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    views = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, down, across, kh, kw = views.shape
    rows = views.transpose(0, 2, 3, 1, 4, 5).reshape(n * down * across, c * kh * kw)
    product = rows @ weight.reshape(len(weight), -1).T
    return product.reshape(n, down, across, -1).transpose(0, 3, 2, 1)
# %% right: the filters on the left, one product an image
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    f, c, kh, kw = weight.shape
    flat = weight.reshape(f, c * kh * kw)
    result = []
    for image in np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding))):
        _, h, w = image.shape
        tops, lefts = range(0, h - kh + 1, stride), range(0, w - kw + 1, stride)
        columns = np.stack([image[:, i:i + kh, j:j + kw].ravel() for i in tops for j in lefts], axis=1)
        result.append((flat @ columns + np.reshape(bias, (-1, 1))).reshape(f, len(tops), len(lefts)))
    return np.array(result)
