# %% wrong: every slice of the kernel reads the same frame d instead of frame d + k; shows when K_D > 1
def conv3d(x, weight, bias):
    n, _, D, H, W = x.shape
    c_out, _, kd, kh, kw = weight.shape
    y = np.zeros((n, c_out, D - kd + 1, H - kh + 1, W - kw + 1))
    for d in range(D - kd + 1):
        for k in range(kd):
            win = np.lib.stride_tricks.sliding_window_view(x[:, :, d], (kh, kw), axis=(2, 3))
            y[:, :, d] += np.einsum("nchwij,ocij->nohw", win, weight[:, :, k])
    return y + bias.reshape(1, -1, 1, 1, 1)
# %% wrong: the bias is added once for each of the K_D slices of the kernel instead of once; shows when K_D > 1
def conv3d(x, weight, bias):
    K_D, K_H, K_W = weight.shape[2:]
    out_d = x.shape[2] - K_D + 1
    total = 0
    for k in range(K_D):
        part = x[:, :, k:k + out_d]
        view = np.lib.stride_tricks.sliding_window_view(part, (K_H, K_W), axis=(3, 4))
        total = total + np.einsum("ncdhwij,ocij->nodhw", view, weight[:, :, k]) + bias[:, None, None, None]
    return total
# %% wrong: the loop over the depth ends one frame early, so the last output frame stays 0
def conv3d(x, weight, bias):
    w = weight
    a, b, c = w.shape[2:]
    N, C, D, H, W = x.shape
    res = np.zeros((N, len(w), D - a + 1, H - b + 1, W - c + 1))
    for d in range(D - a):
        for i in range(H - b + 1):
            for j in range(W - c + 1):
                cube = x[:, :, d:d + a, i:i + b, j:j + c]
                res[:, :, d, i, j] = np.tensordot(cube, w, axes=([1, 2, 3, 4], [1, 2, 3, 4])) + bias
    return res
# %% wrong: the weight is read as (C_in, C_out, ...): crashes unless C_in is C_out (or one of them is 1), and filters and channels are exchanged where they are equal
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    out = np.einsum("ncdhwijk,coijk->nodhw", windows, weight)
    return out + bias[None, :, None, None, None]
# %% right: windows flattened to rows, one matrix product
def conv3d(x, weight, bias):
    filters = weight.reshape(weight.shape[0], -1)
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[1:], axis=(1, 2, 3, 4))[:, 0]
    rows = view.reshape(*view.shape[:4], filters.shape[1])
    return np.rollaxis(rows @ filters.T + bias, 4, 1)
