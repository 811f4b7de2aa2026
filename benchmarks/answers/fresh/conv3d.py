# %% wrong: unpacks the kernel sizes in the order W, H, D
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    O, _, kw, kh, kd = weight.shape
    out = np.zeros((N, O, D - kd + 1, H - kh + 1, W - kw + 1))
    for d in range(out.shape[2]):
        for i in range(out.shape[3]):
            for j in range(out.shape[4]):
                p = x[:, :, d:d + kd, i:i + kh, j:j + kw]
                out[:, :, d, i, j] = np.tensordot(p, weight, axes=([1, 2, 3, 4], [1, 2, 3, 4])) + bias
    return out
# %% wrong: 2-D convolutions of each slice summed over all kernel slices at the same depth (x[d] instead of x[d + t])
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    O, _, T, U, V = weight.shape
    out = np.zeros((N, O, D - T + 1, H - U + 1, W - V + 1))
    for d in range(D - T + 1):
        for t in range(T):
            win = np.lib.stride_tricks.sliding_window_view(x[:, :, d], (U, V), axis=(2, 3))
            out[:, :, d] += np.einsum("ncijuv,ocuv->noij", win, weight[:, :, t])
    return out + bias[:, None, None, None]
# %% wrong: bias reshaped to (1, C_out, 1, 1), one axis short, adds along the depth
def conv3d(x, weight, bias):
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    y = np.einsum("ncdhwijk,ocijk->nodhw", win, weight)
    return y + bias.reshape(1, -1, 1, 1)
# %% wrong: float16 buffer loses digits
def conv3d(x, weight, bias):
    n, c, D, H, W = x.shape
    o, _, kd, kh, kw = weight.shape
    y = np.zeros((n, o, D - kd + 1, H - kh + 1, W - kw + 1), dtype=np.float16)
    for a in range(y.shape[2]):
        for b in range(y.shape[3]):
            for e in range(y.shape[4]):
                y[:, :, a, b, e] = np.einsum("ncijk,ocijk->no", x[:, :, a:a+kd, b:b+kh, e:e+kw], weight) + bias
    return y
# %% wrong: the kernel's depth flipped only
def conv3d(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    n, c_in, d, h, w = x.shape
    c_out, _, k_d, k_h, k_w = weight.shape
    d_out, h_out, w_out = d - k_d + 1, h - k_h + 1, w - k_w + 1
    out = np.zeros((n, c_out, d_out, h_out, w_out))
    for t in range(k_d):
        for u in range(k_h):
            for v in range(k_w):
                part = x[:, :, t:t + d_out, u:u + h_out, v:v + w_out]
                out += np.einsum("ncdhw,oc->nodhw", part, weight[:, :, k_d - 1 - t, u, v])
    return out + bias.reshape(1, -1, 1, 1, 1)
# %% wrong: the width loop ends at the number of rows, the right part stays 0 for wide inputs
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    O, C, a, b, c = weight.shape
    od, oh, ow = D - a + 1, H - b + 1, W - c + 1
    out = np.zeros((N, O, od, oh, ow))
    for i in range(od):
        for j in range(oh):
            for k in range(min(oh, ow)):
                window = x[:, None, :, i:i + a, j:j + b, k:k + c]
                out[:, :, i, j, k] = (window * weight[None]).sum(axis=(2, 3, 4, 5)) + bias
    return out
# %% wrong: buffer in the dtype of x, integer volumes truncate
def conv3d(x, weight, bias):
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    N, C, d, h, w = win.shape[:5]
    out = np.empty((N, len(weight), d, h, w), dtype=x.dtype)
    for o in range(len(weight)):
        out[:, o] = np.tensordot(win, weight[o], axes=([1, 5, 6, 7], [0, 1, 2, 3])) + bias[o]
    return out
# %% wrong: cubic kernel assumed, the first kernel size is used for all three directions
def conv3d(x, weight, bias):
    K = weight.shape[2]
    win = np.lib.stride_tricks.sliding_window_view(x, (K, K, K), axis=(-3, -2, -1))
    return np.einsum("ncdijtuv,octuv->nodij", win, weight) + bias[:, None, None, None]
# %% right: tensordot
def conv3d(x, weight, bias):
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    y = np.tensordot(win, weight, axes=([1, 5, 6, 7], [1, 2, 3, 4])) + bias
    return np.transpose(y, (0, 4, 1, 2, 3))
# %% right: slices
def _conv_slice(img, w):
    kh, kw = w.shape[2:]
    oh, ow = img.shape[2] - kh + 1, img.shape[3] - kw + 1
    s = np.zeros((img.shape[0], w.shape[0], oh, ow))
    for i in range(oh):
        for j in range(ow):
            s[:, :, i, j] = np.einsum("ncuv,ocuv->no", img[:, :, i:i + kh, j:j + kw], w)
    return s
def conv3d(x, weight, bias):
    depth = weight.shape[2]
    answer = []
    for d in range(x.shape[2] - depth + 1):
        answer.append(sum(_conv_slice(x[:, :, d + t], weight[:, :, t]) for t in range(depth)))
    return np.stack(answer, axis=2) + bias[None, :, None, None, None]
