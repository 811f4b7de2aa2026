# %% wrong: the kernel is flipped along the time axis (K_D) only, so the frames are read in reverse order
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    windows = np.lib.stride_tricks.sliding_window_view(x, (kd, kh, kw), axis=(2, 3, 4))
    return np.einsum("ncdhwijk,ocijk->nodhw", windows, weight[:, :, ::-1]) + bias[:, None, None, None]
# %% wrong: the bias gets one axis too few (bias[:, None, None]), so it is added along the frames (axis D_out) instead of the filters: right for one filter, otherwise a ValueError, or wrong values where D_out equals C_out (a too large output where D_out is 1)
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    O, _, KD, KH, KW = weight.shape
    out = np.zeros((N, O, D - KD + 1, H - KH + 1, W - KW + 1))
    for a in range(KD):
        for b in range(KH):
            for c in range(KW):
                part = x[:, :, a:a + out.shape[2], b:b + out.shape[3], c:c + out.shape[4]]
                out += np.einsum("ncdhw,oc->nodhw", part, weight[:, :, a, b, c])
    return out + bias[:, None, None]
# %% wrong: the input channels are not summed: only the first one (index 0 of x and of the weight) is used
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x[:, 0], weight.shape[2:], axis=(1, 2, 3))
    maps = np.einsum("ndhwijk,oijk->nodhw", windows, weight[:, 0])
    return maps + bias.reshape(1, -1, 1, 1, 1)
# %% wrong: the window's height and width are exchanged (it is K_W high and K_H wide): ValueError for kernels with K_H != K_W, right only for square ones
def conv3d(x, weight, bias):
    n, c_in, depth, height, width = x.shape
    c_out, _, k_d, k_h, k_w = weight.shape
    out = np.zeros((n, c_out, depth - k_d + 1, height - k_h + 1, width - k_w + 1))
    for d in range(depth - k_d + 1):
        for i in range(height - k_h + 1):
            for j in range(width - k_w + 1):
                window = x[:, :, d:d + k_d, i:i + k_w, j:j + k_h]
                for o in range(c_out):
                    out[:, o, d, i, j] = (window * weight[o]).sum(axis=(1, 2, 3, 4)) + bias[o]
    return out
# %% right: a sum of two-dimensional convolutions of frames, done tap by tap in time
def conv3d(x, weight, bias):
    k_d, k_h, k_w = weight.shape[2:]
    frames = x.shape[2] - k_d + 1
    total = 0
    for late in range(k_d):
        clip = x[:, :, late:late + frames]
        views = np.lib.stride_tricks.sliding_window_view(clip, (k_h, k_w), axis=(3, 4))
        total = total + np.tensordot(views, weight[:, :, late], axes=([1, 5, 6], [1, 2, 3]))
    return np.moveaxis(total + bias, -1, 1)
