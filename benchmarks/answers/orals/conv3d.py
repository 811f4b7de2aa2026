# %% wrong: the kernel's depth and width axes are exchanged in the sum (ValueError where K_D and K_W differ)
def conv3d(x, weight, bias):
    views = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fckji->nfdhw", views, weight) + bias[:, None, None, None]
# %% wrong: the kernel is reversed along time: its first frame meets the last frame of the window
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, _, KD, KH, KW = weight.shape
    y = np.zeros((N, F, D - KD + 1, H - KH + 1, W - KW + 1))
    for d in range(KD):
        for u in range(KH):
            for v in range(KW):
                part = x[:, :, d : d + y.shape[2], u : u + y.shape[3], v : v + y.shape[4]]
                y += np.einsum("ncdhw,fc->nfdhw", part, weight[:, :, KD - 1 - d, u, v])
    return y + bias.reshape(1, -1, 1, 1, 1)
# %% wrong: the input channels have two different letters in einsum, so every input channel meets the kernel of every channel (sums are multiplied) instead of only its own
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    win = np.lib.stride_tricks.sliding_window_view(x, (kd, kh, kw), axis=(2, 3, 4))
    y = np.einsum("bcdhwuvs,omuvs->bodhw", win, weight)
    return y + bias[None, :, None, None, None]
# %% wrong: each frame of the kernel is a 2-D convolution that adds the bias, so the bias counts K_D times
def conv3d(x, weight, bias):
    def frame_conv(frames, kernel):
        w = np.lib.stride_tricks.sliding_window_view(frames, kernel.shape[2:], axis=(3, 4))
        return np.einsum("ncdhwuv,ocuv->nodhw", w, kernel) + bias[:, None, None, None]

    k_d = weight.shape[2]
    out_d = x.shape[2] - k_d + 1
    total = 0
    for z in range(k_d):
        total = total + frame_conv(x[:, :, z : z + out_d], weight[:, :, z])
    return total
# %% right: loops over the output places, one tensordot each
def conv3d(x, weight, bias):
    kernel = weight.shape[2:]
    sizes = [size - k + 1 for size, k in zip(x.shape[2:], kernel)]
    out = np.empty((len(x), len(weight), *sizes))
    for place in np.ndindex(*sizes):
        block = x[(slice(None), slice(None), *(slice(p, p + k) for p, k in zip(place, kernel)))]
        out[(slice(None), slice(None), *place)] = np.tensordot(block, weight, axes=([1, 2, 3, 4],) * 2) + bias
    return out
