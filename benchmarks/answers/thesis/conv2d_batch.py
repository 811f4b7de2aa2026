# %% wrong: np.pad pads all four axes, batch and channels too; shows with padding above 0: einsum raises a ValueError, or with one input channel too many images come out
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight) + bias[None, :, None, None]
# %% wrong: the filters' axis comes last and is moved by reshape in place of transpose, so values end up in wrong places; shows for more than one filter and more than one place
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    out = np.einsum("nchwij,fcij->nhwf", windows, weight) + bias
    n, h, w, f = out.shape
    return out.reshape(n, f, h, w)
# %% wrong: the bias is added once for each input channel; shows for more than one input channel
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    xp[:, :, padding:padding + H, padding:padding + W] = x
    Ho, Wo = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    y = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for c in range(C):
                for i in range(Ho):
                    for j in range(Wo):
                        part = xp[n, c, i*stride:i*stride+KH, j*stride:j*stride+KW]
                        y[n, f, i, j] += np.sum(part * weight[f, c]) + bias[f]
    return y
# %% wrong: two mistakes: the stride is used downwards only, columns move one pixel at a time; and all filters get the bias of filter 0
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    p = padding
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    kh, kw = weight.shape[-2:]
    rows = range(0, padded.shape[2] - kh + 1, stride)
    cols = range(padded.shape[3] - kw + 1)
    out = np.zeros((len(x), len(weight), len(rows), len(cols)))
    for a, r in enumerate(rows):
        for b, c in enumerate(cols):
            patch = padded[:, :, r:r + kh, c:c + kw]
            out[:, :, a, b] = np.tensordot(patch, weight, axes=([1, 2, 3], [1, 2, 3])) + bias[0]
    return out
# %% right: starts with the bias everywhere, adds one matrix product for each tap of the kernel
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n, _, h, w = x.shape
    c_out, _, kh, kw = weight.shape
    edge = (padding, padding)
    frame = np.pad(x, ((0, 0), (0, 0), edge, edge))
    ho = (h + 2 * padding - kh) // stride + 1
    wo = (w + 2 * padding - kw) // stride + 1
    result = np.tile(np.asarray(bias, float).reshape(1, c_out, 1, 1), (n, 1, ho, wo))
    for di in range(kh):
        for dj in range(kw):
            met = frame[:, :, di:di + (ho - 1) * stride + 1:stride, dj:dj + (wo - 1) * stride + 1:stride]
            result += np.moveaxis(np.tensordot(weight[:, :, di, dj], met, axes=(1, 1)), 0, 1)
    return result
