# %% wrong: the product is reshaped to (N, C_out, H, W) at once, the filters were the last axis
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    f, c, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    n, _, oh, ow = v.shape[:4]
    rows = v.transpose(0, 2, 3, 1, 4, 5).reshape(n * oh * ow, -1)
    return (rows @ weight.reshape(f, -1).T + bias).reshape(n, f, oh, ow)
# %% wrong: weight.reshape(-1, C_out) in place of the transpose, the weights are scrambled
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    f, c, kh, kw = weight.shape
    p = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    v = np.lib.stride_tricks.sliding_window_view(np.pad(x, p), (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    n, _, oh, ow = v.shape[:4]
    rows = v.transpose(0, 2, 3, 1, 4, 5).reshape(-1, c * kh * kw)
    product = rows @ weight.reshape(c * kh * kw, f) + bias
    return product.reshape(n, oh, ow, f).transpose(0, 3, 1, 2)
# %% wrong: the last transpose is (0, 3, 2, 1), height and width are exchanged
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    f, _, kh, kw = weight.shape
    z = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    oh, ow = (z.shape[2] - kh) // stride + 1, (z.shape[3] - kw) // stride + 1
    rows = np.array([z[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw].ravel()
                     for n in range(len(z)) for i in range(oh) for j in range(ow)])
    y = rows.dot(weight.reshape(f, -1).T) + bias
    return y.reshape(len(x), oh, ow, f).transpose(0, 3, 2, 1)
# %% right: windows as columns, one product an image
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    f, c, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    n, _, oh, ow = v.shape[:4]
    columns = v.transpose(0, 1, 4, 5, 2, 3).reshape(n, c * kh * kw, oh * ow)
    return (np.matmul(weight.reshape(f, -1), columns) + np.reshape(bias, (f, 1))).reshape(n, f, oh, ow)
