# %% wrong: the product is reshaped straight to (N, C_out, H_out, W_out), without reshape to (N, H_out, W_out, C_out) and transpose: right shape, numbers mixed among channels and places
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    O, C, kh, kw = weight.shape
    w = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    N, _, oh, ow = w.shape[:4]
    rows = w.transpose(0, 2, 3, 1, 4, 5).reshape(N * oh * ow, -1)
    return (rows @ weight.reshape(O, -1).T + bias).reshape(N, O, oh, ow)
# %% wrong: the weight is made a matrix with reshape(-1, C_out) instead of reshape(C_out, -1).T: each column holds weights of several filters
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    n, c, h, wd = x.shape
    out_ch, _, kh, kw = weight.shape
    xp = np.zeros((n, c, h + 2 * padding, wd + 2 * padding))
    xp[:, :, padding:padding + h, padding:padding + wd] = x
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (wd + 2 * padding - kw) // stride + 1
    cols = np.array([xp[b, :, i * stride:i * stride + kh, j * stride:j * stride + kw].ravel()
                     for b in range(n) for i in range(oh) for j in range(ow)])
    result = cols @ weight.reshape(-1, out_ch) + bias
    return result.reshape(n, oh, ow, out_ch).transpose(0, 3, 1, 2)
# %% wrong: weight matrix and bias are put on the left without care for the axes: the bias (C_out,) is added to a product of (C_out, rows), which raises ValueError unless there are as many windows as filters (then false numbers) or only one filter
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    O, _, kh, kw = weight.shape
    w = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    N, C, oh, ow = w.shape[:4]
    rows = w.transpose(0, 2, 3, 1, 4, 5).reshape(-1, C * kh * kw)
    product = weight.reshape(O, -1) @ rows.T + bias
    return product.reshape(O, N, oh, ow).swapaxes(0, 1)
# %% wrong: two mistakes: the padding is put on the bottom and right only, 2 * padding of it, so the image stands in the corner, and the bias is left out
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, kh, kw = weight.shape
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    big = np.pad(x, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    matrix = np.empty((N, oh, ow, C, kh, kw))
    for u in range(kh):
        for v in range(kw):
            taps = big[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride][:, :, :oh, :ow]
            matrix[..., u, v] = taps.transpose(0, 2, 3, 1)
    y = matrix.reshape(N * oh * ow, -1) @ weight.reshape(O, -1).T
    return y.reshape(N, oh, ow, O).transpose(0, 3, 1, 2)
# %% right: one matrix per image, product from the left
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    O, _, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    answers = []
    for image in x:
        w = np.lib.stride_tricks.sliding_window_view(image, (kh, kw), axis=(1, 2))[:, ::stride, ::stride]
        oh, ow = w.shape[1:3]
        cols = w.transpose(0, 3, 4, 1, 2).reshape(-1, oh * ow)
        answers.append((weight.reshape(O, -1) @ cols + np.reshape(bias, (O, 1))).reshape(O, oh, ow))
    return np.stack(answers)
