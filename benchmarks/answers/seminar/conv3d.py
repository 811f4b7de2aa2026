# %% wrong: the kernel is turned round in time (its frames are read backwards); shows with two kernel frames or more
def conv3d(x, weight, bias):
    w = weight[:, :, ::-1]
    win = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,ocijk->nodhw", win, w) + bias[:, None, None, None]
# %% wrong: the answers of the kernel's frames are averaged, not added; shows with two kernel frames or more
def conv3d(x, weight, bias):
    KD, KH, KW = weight.shape[2:]
    D_out = x.shape[2] - KD + 1
    frames = []
    for d in range(D_out):
        each = []
        for i in range(KD):
            v = np.lib.stride_tricks.sliding_window_view(x[:, :, d + i], (KH, KW), axis=(2, 3))
            each.append(np.einsum("nchwjk,ocjk->nohw", v, weight[:, :, i]))
        frames.append(np.mean(each, axis=0))
    return np.stack(frames, axis=2) + bias.reshape(1, -1, 1, 1, 1)
# %% wrong: two mistakes: the last frame of the output is never computed and stays 0, and the bias is not added
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    O, _, kd, kh, kw = weight.shape
    out = np.zeros((N, O, D - kd + 1, H - kh + 1, W - kw + 1))
    for d in range(D - kd):
        for h in range(H - kh + 1):
            for w in range(W - kw + 1):
                cube = x[:, None, :, d:d + kd, h:h + kh, w:w + kw]
                out[:, :, d, h, w] = (cube * weight).sum(axis=(2, 3, 4, 5))
    return out
# %% wrong: zeros are added after the last frame so that the number of frames stays D; shows with two kernel frames or more
def conv3d(x, weight, bias):
    k_d, k_h, k_w = weight.shape[-3:]
    x = np.pad(x, ((0, 0), (0, 0), (0, k_d - 1), (0, 0), (0, 0)))   # otherwise frames get lost
    windows = np.lib.stride_tricks.sliding_window_view(x, (k_d, k_h, k_w), axis=(2, 3, 4))
    y = np.tensordot(windows, weight, axes=([1, 5, 6, 7], [1, 2, 3, 4]))
    return np.moveaxis(y + bias, -1, 1)
# %% right: a sum over the places of the kernel, each a matrix product over the channels
def conv3d(x, weight, bias):
    sizes = [a - k + 1 for a, k in zip(x.shape[2:], weight.shape[2:])]
    last = np.zeros((x.shape[0], *sizes, weight.shape[0])) + bias
    channels_last = x.transpose(0, 2, 3, 4, 1)
    for place in np.ndindex(*weight.shape[2:]):
        cut = tuple(slice(p, p + s) for p, s in zip(place, sizes))
        last += channels_last[(slice(None), *cut)] @ weight[(slice(None), slice(None), *place)].T
    return last.transpose(0, 4, 1, 2, 3)
