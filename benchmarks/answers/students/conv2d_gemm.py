# %% wrong: the product (N H W, C_out) is reshaped straight to (N, C_out, H, W) without transposing (right for one filter)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N = x.shape[0]
    O, C, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    H, W = v.shape[2:4]
    cols = v.transpose(0, 2, 3, 1, 4, 5).reshape(N * H * W, -1)
    out = cols @ weight.reshape(O, -1).T + bias
    return out.reshape(N, O, H, W)
# %% wrong: weight.reshape(-1, C_out) instead of reshape(C_out, -1).T: mixes the numbers of different filters (right for one filter)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N = x.shape[0]
    O, C, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    H, W = v.shape[2:4]
    cols = v.transpose(0, 2, 3, 1, 4, 5).reshape(N * H * W, C * KH * KW)
    out = cols @ weight.reshape(-1, O) + bias
    return out.reshape(N, H, W, O).transpose(0, 3, 1, 2)
# %% wrong: forgets the bias
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    O, C, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H = (xp.shape[2] - KH) // stride + 1
    W = (xp.shape[3] - KW) // stride + 1
    matrix = np.array([xp[n, :, i * stride:i * stride + KH, j * stride:j * stride + KW].ravel()
                       for n in range(len(x)) for i in range(H) for j in range(W)])
    product = matrix @ weight.reshape(O, -1).T
    return product.reshape(len(x), H, W, O).transpose(0, 3, 1, 2)
# %% wrong: the axes of the last transpose are (0, 3, 2, 1): height and width are exchanged (right for outputs that are symmetrical only; square ones hide it in the shape)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N = len(x)
    O, C, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    H, W = v.shape[2:4]
    out = v.transpose(0, 2, 3, 1, 4, 5).reshape(N * H * W, -1) @ weight.reshape(O, -1).T + bias
    return out.reshape(N, H, W, O).transpose(0, 3, 2, 1)
# %% wrong: output size from W used for both H_out and W_out: only for square images (crash or shuffled otherwise)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N = len(x)
    O, C, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    size = (x.shape[3] + 2 * padding - KW) // stride + 1
    cols = v.transpose(0, 2, 3, 1, 4, 5).reshape(-1, C * KH * KW)
    out = cols @ weight.reshape(O, -1).T + bias[None, :]
    return out.reshape(N, size, size, O).transpose(0, 3, 1, 2)
# %% wrong: windows are flattened with the channels last but the weight with the channels first (right for one channel)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N = len(x)
    O, C, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(xp, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    H, W = v.shape[2:4]
    cols = v.transpose(0, 2, 3, 4, 5, 1).reshape(N * H * W, -1)
    return (cols @ weight.reshape(O, -1).T + bias).reshape(N, H, W, O).transpose(0, 3, 1, 2)
# %% right: one product with the windows as columns, filters in front, image axis moved at the end
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    (sh, sw), (ph, pw) = np.broadcast_to(stride, 2), np.broadcast_to(padding, 2)
    o, c, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    h, w = (xp.shape[2] - kh) // sh + 1, (xp.shape[3] - kw) // sw + 1
    parts = [xp[:, k, u:u + sh * (h - 1) + 1:sh, v:v + sw * (w - 1) + 1:sw].reshape(-1)
             for k in range(c) for u in range(kh) for v in range(kw)]
    product = weight.reshape(o, -1) @ np.array(parts)
    return np.swapaxes(product.reshape(o, len(x), h, w), 0, 1) + np.reshape(bias, (-1, 1, 1))
