# %% wrong: forgets the bias
def conv3d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdijtuv,octuv->nodij", v, weight)
# %% wrong: a bias with two new axes only, it lines up with the depth (crash or wrong)
def conv3d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdijtuv,octuv->nodij", v, weight) + bias[:, None, None]
# %% wrong: the kernel is turned along the time axis
def conv3d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdijtuv,octuv->nodij", v, weight[:, :, ::-1]) + bias[:, None, None, None]
# %% wrong: cube kernels only: all sizes from K_D (crash or wrong shape otherwise)
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    O, _, K = weight.shape[:3]
    out = np.zeros((N, O, D - K + 1, H - K + 1, W - K + 1))
    for d, i, j in np.ndindex(out.shape[2:]):
        out[:, :, d, i, j] = np.einsum("nctuv,octuv->no", x[:, :, d:d + K, i:i + K, j:j + K], weight) + bias
    return out
# %% wrong: does each frame apart with the first slice of the kernel in time: no sum over K_D
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    O, _, KD, KH, KW = weight.shape
    out = np.zeros((N, O, D - KD + 1, H - KH + 1, W - KW + 1))
    for d in range(D - KD + 1):
        v = np.lib.stride_tricks.sliding_window_view(x[:, :, d], (KH, KW), axis=(2, 3))
        out[:, :, d] = np.einsum("ncijuv,ocuv->noij", v, weight[:, :, 0]) + bias[:, None, None]
    return out
# %% wrong: the bias is added once for each tap in time (inside the loop over K_D); right for K_D = 1
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    O, _, KD, KH, KW = weight.shape
    d, h, w = D - KD + 1, H - KH + 1, W - KW + 1
    out = np.zeros((N, O, d, h, w))
    for t in range(KD):
        for u in range(KH):
            for v in range(KW):
                out += np.einsum("ncdhw,oc->nodhw", x[:, :, t:t + d, u:u + h, v:v + w], weight[:, :, t, u, v])
        out += bias[:, None, None, None]
    return out
# %% right: windows as a matrix, filters as another
def conv3d(x, weight, bias):
    o = len(weight)
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    n, _, d, h, w = v.shape[:5]
    rows = np.moveaxis(v, 1, 4).reshape(n, d * h * w, -1)
    out = rows @ weight.reshape(o, -1).T + bias
    return np.swapaxes(out, 1, 2).reshape(n, o, d, h, w)
