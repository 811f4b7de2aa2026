# %% wrong: ceil instead of floor in the output size, so a cut-off window at the end is answered too
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    Ho = math.ceil((H + 2 * padding - KH) / stride) + 1
    Wo = math.ceil((W + 2 * padding - KW) / stride) + 1
    out = np.zeros((N, F, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            patch = xp[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            kh, kw = patch.shape[2:]
            out[:, :, i, j] = np.tensordot(patch, weight[:, :, :kh, :kw], axes=([1, 2, 3], [1, 2, 3])) + bias
    return out
# %% wrong: the check for a too large kernel compares kernel with the unpadded image, so a kernel larger than H but not H+2p raises
def conv2d_batch(x: np.ndarray, weight: np.ndarray, bias: np.ndarray, stride: int = 1, padding: int = 0) -> np.ndarray:
    n, c_in, h, w = x.shape
    c_out, c_in_w, k_h, k_w = weight.shape
    if c_in != c_in_w:
        raise ValueError("channel mismatch")
    if k_h > h or k_w > w:
        raise ValueError("kernel is larger than the image")
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="constant")
    h_out = (h + 2 * padding - k_h) // stride + 1
    w_out = (w + 2 * padding - k_w) // stride + 1
    result = np.empty((n, c_out, h_out, w_out), dtype=float)
    for row in range(h_out):
        for col in range(w_out):
            window = padded[:, :, row * stride : row * stride + k_h, col * stride : col * stride + k_w]
            result[:, :, row, col] = np.einsum("nchw,ochw->no", window, weight)
    return result + bias.reshape(1, -1, 1, 1)
# %% wrong: output buffer takes x's dtype, so integer images with float weights are truncated
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, kh, kw = weight.shape
    p = padding
    big = np.zeros((N, C, H + 2 * p, W + 2 * p), dtype=x.dtype)
    big[:, :, p:p + H, p:p + W] = x
    oh = (H + 2 * p - kh) // stride + 1
    ow = (W + 2 * p - kw) // stride + 1
    y = np.zeros((N, O, oh, ow), dtype=x.dtype)
    for n in range(N):
        for o in range(O):
            for i in range(oh):
                for j in range(ow):
                    y[n, o, i, j] = np.sum(big[n, :, i*stride:i*stride+kh, j*stride:j*stride+kw] * weight[o]) + bias[o]
    return y
# %% wrong: im2col patch columns in order (u, v, c) but the weights flattened in order (c, u, v)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    OH = (x.shape[2] - KH) // stride + 1
    OW = (x.shape[3] - KW) // stride + 1
    cols = []
    for i in range(OH):
        for j in range(OW):
            patch = x[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            cols.append(patch.transpose(0, 2, 3, 1).reshape(N, -1))
    cols = np.stack(cols, axis=1)
    y = cols @ weight.reshape(O, -1).T + bias
    return y.transpose(0, 2, 1).reshape(N, O, OH, OW)
# %% wrong: pads only at the top left with 2*padding, so all is shifted
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    o, c2, r, s = weight.shape
    canvas = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    canvas[:, :, 2 * padding:, 2 * padding:] = x
    view = np.lib.stride_tricks.sliding_window_view(canvas, (r, s), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return np.einsum('ncijrs,ocrs->noij', view, weight) + bias[:, None, None]
# %% wrong: range(0, H + 2p - K, stride) without + 1, the last window is lost whenever the stride fits exactly
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    KH, KW = weight.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = list(range(0, max(xp.shape[2] - KH, 1), stride))
    cols = list(range(0, max(xp.shape[3] - KW, 1), stride))
    out = np.zeros((x.shape[0], weight.shape[0], len(rows), len(cols)))
    for a, r in enumerate(rows):
        for b, c in enumerate(cols):
            out[:, :, a, b] = np.einsum("ncuv,ocuv->no", xp[:, :, r:r + KH, c:c + KW], weight) + bias
    return out
# %% wrong: the reshape of the result puts the positions before the output channels without a transpose
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    oh, ow = win.shape[2], win.shape[3]
    cols = win.transpose(0, 2, 3, 1, 4, 5).reshape(N * oh * ow, C * kh * kw)
    out = cols.dot(weight.reshape(O, -1).T) + bias
    return out.reshape(N, O, oh, ow)
# %% wrong: a module level cache of the padded image keyed by shape only, so a second image of the same shape gets the old pixels
_padded = {}
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    key = (x.shape, padding)
    if key not in _padded:
        _padded[key] = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    xp = _padded[key]
    O, C, kh, kw = weight.shape
    oh = (xp.shape[2] - kh) // stride + 1
    ow = (xp.shape[3] - kw) // stride + 1
    out = np.zeros((x.shape[0], O, oh, ow))
    for i in range(oh):
        for j in range(ow):
            p = xp[:, None, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[:, :, i, j] = (p * weight[None]).sum(axis=(2, 3, 4))
    return out + bias.reshape(1, O, 1, 1)
# %% right: taps
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh = (H + 2 * padding - kh) // stride + 1
    ow = (W + 2 * padding - kw) // stride + 1
    out = np.zeros((N, O, oh, ow)) + bias[None, :, None, None]
    for u in range(kh):
        for v in range(kw):
            part = xp[:, :, u:u + (oh - 1) * stride + 1:stride, v:v + (ow - 1) * stride + 1:stride]
            out = out + np.einsum("nchw,oc->nohw", part, weight[:, :, u, v])
    return out
# %% right: helpers
def _pad(img, p):
    c, h, w = img.shape
    res = np.zeros((c, h + 2 * p, w + 2 * p))
    res[:, p:p + h, p:p + w] = img
    return res
def _one(img, w, b, s):
    c, kh, kw = w.shape
    hh = (img.shape[1] - kh) // s + 1
    ww = (img.shape[2] - kw) // s + 1
    res = np.zeros((hh, ww))
    for i in range(hh):
        for j in range(ww):
            res[i, j] = np.sum(img[:, i * s:i * s + kh, j * s:j * s + kw] * w) + b
    return res
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    imgs = [_pad(img, padding) for img in x]
    return np.array([[_one(img, weight[o], bias[o], stride) for o in range(len(weight))] for img in imgs])
