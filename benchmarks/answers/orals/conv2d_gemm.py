# %% wrong: the product's rows are reshaped straight to (N, C_out, H_out, W_out), without the transpose from (N, H_out, W_out, C_out): right shape, scrambled numbers
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    n = x.shape[0]
    c_out, _, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    h_out, w_out = w.shape[2:4]
    columns = w.transpose(0, 2, 3, 1, 4, 5).reshape(n * h_out * w_out, -1)
    product = columns @ weight.reshape(c_out, -1).T + bias
    return product.reshape(n, c_out, h_out, w_out)
# %% wrong: the weight is reshaped to (C_in * K_H * K_W, C_out) instead of reshaped to (C_out, C_in * K_H * K_W) and transposed, so the filters are mixed up
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    def im2col(x, kernel_size):
        view = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))
        view = view[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
        return view.reshape(-1, math.prod(view.shape[3:])), view.shape[:3]

    rows, (images, down, across) = im2col(np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2)), weight.shape[2:])
    matrix = weight.reshape(-1, weight.shape[0])
    y = np.dot(rows, matrix) + bias
    return y.reshape(images, down, across, -1).transpose(0, 3, 1, 2)
# %% wrong: two mistakes: the bias is not added, and the result stays (N, H_out, W_out, C_out), because the last axis is not moved to the second place
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    columns = np.array([padded[n, :, i * stride : i * stride + KH, j * stride : j * stride + KW].ravel()
                        for n in range(N) for i in range(OH) for j in range(OW)])
    return (columns @ weight.reshape(F, -1).T).reshape(N, OH, OW, F)
# %% wrong: H_out and W_out are exchanged in the reshape of the product, (N, W_out, H_out, C_out), so outputs that are not square have the wrong shape and order
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    filters, channels, k_h, k_w = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    views = np.lib.stride_tricks.sliding_window_view(x, (k_h, k_w), axis=(2, 3))[:, :, ::stride, ::stride]
    down, across = views.shape[2], views.shape[3]
    matrix = np.moveaxis(views, 1, 3).reshape(-1, channels * k_h * k_w)
    output = matrix @ weight.reshape(filters, -1).T
    output = output.reshape(len(x), across, down, filters) + bias
    return output.transpose(0, 3, 1, 2)
# %% right: the weights on the left and the windows in columns, image by image
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    down, across = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    columns = np.zeros((n, c, kh, kw, down, across))
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    for u, v in np.ndindex(kh, kw):
        columns[:, :, u, v] = padded[:, :, u : u + stride * (down - 1) + 1 : stride, v : v + stride * (across - 1) + 1 : stride]
    product = weight.reshape(f, -1) @ columns.reshape(n, c * kh * kw, down * across)
    return (product + np.asarray(bias)[:, None]).reshape(n, f, down, across)
