# %% wrong: the product is reshaped to (N, C_out, H_out, W_out) at once, without moving the filter axis, so numbers are scrambled; right for a single filter
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    f, c, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    n, _, oh, ow = win.shape[:4]
    rows = win.transpose(0, 2, 3, 1, 4, 5).reshape(n * oh * ow, -1)
    return (rows @ weight.reshape(f, -1).T + bias).reshape(n, f, oh, ow)
# %% wrong: the weight is made a matrix by reshape(-1, C_out), which cuts filters into pieces, instead of reshape(C_out, -1).T; right for a single filter
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh = (H + 2 * padding - KH) // stride + 1
    ow = (W + 2 * padding - KW) // stride + 1
    rows = np.array([padded[n, :, i * stride:i * stride + KH, j * stride:j * stride + KW].ravel()
                     for n in range(N) for i in range(oh) for j in range(ow)])
    product = rows @ weight.reshape(-1, O) + bias
    return product.reshape(N, oh, ow, O).transpose(0, 3, 1, 2)
# %% wrong: the bias (C_out,) is added after the filter axis has been moved, so it meets the columns: ValueError, or with W_out = C_out (or W_out = 1) it broadcasts by accident; right for one filter
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    kh, kw = weight.shape[2:]
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    view = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    view = view[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    n, h, w = view.shape[:3]
    y = view.reshape(n * h * w, -1) @ weight.reshape(len(weight), -1).T
    y = y.reshape(n, h, w, len(weight)).transpose(0, 3, 1, 2)
    return y + bias
# %% wrong: two mistakes: height and width of the output are exchanged in the reshape (wrong shape or wrong order), and the bias is left out
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    def columns(images, kh, kw):
        images = np.pad(images, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        oh = (images.shape[2] - kh) // stride + 1
        ow = (images.shape[3] - kw) // stride + 1
        out = []
        for image in images:
            for i in range(oh):
                for j in range(ow):
                    out.append(image[:, i * stride:i * stride + kh, j * stride:j * stride + kw].reshape(-1))
        return np.array(out), oh, ow

    matrix, oh, ow = columns(x, *weight.shape[2:])
    result = matrix @ weight.reshape(weight.shape[0], -1).T
    return result.reshape(len(x), ow, oh, len(weight)).transpose(0, 3, 1, 2)
# %% right: filters as rows of the product
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    pieces = [padded[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride]
              for u in range(kh) for v in range(kw)]
    matrix = np.stack(pieces, axis=2).transpose(1, 2, 0, 3, 4).reshape(c * kh * kw, -1)
    product = weight.reshape(f, -1) @ matrix + np.asarray(bias)[:, None]
    return product.reshape(f, n, oh, ow).swapaxes(0, 1)
