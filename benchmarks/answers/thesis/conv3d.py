# %% wrong: height and width of the kernel are exchanged in einsum; wrong values where K_H is K_W, an error where they differ
def conv3d(x, weight, bias):
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    y = np.einsum("ncdhwijk,ocikj->nodhw", win, weight)
    return y + bias[:, None, None, None]
# %% wrong: the kernel is flipped in time, the last frame of the kernel meets the first one of the window; shows when K_D is above 1
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    O, _, kd, kh, kw = weight.shape
    out = np.zeros((N, O, D - kd + 1, H - kh + 1, W - kw + 1))
    for d in range(kd):
        for i in range(kh):
            for j in range(kw):
                part = x[:, :, d:d + out.shape[2], i:i + out.shape[3], j:j + out.shape[4]]
                out += np.einsum("ncdhw,oc->nodhw", part, weight[:, :, kd - 1 - d, i, j])
    return out + bias.reshape(1, O, 1, 1, 1)
# %% wrong: the kernel of the first channel is used for all input channels; shows with two input channels or more
def conv3d(x, weight, bias):
    summed = x.sum(axis=1)   # add up the channels first, it is linear
    k = weight[:, 0]
    v = np.lib.stride_tricks.sliding_window_view(summed, k.shape[1:], axis=(1, 2, 3))
    out = np.tensordot(v, k, axes=([4, 5, 6], [1, 2, 3]))
    return np.moveaxis(out + bias, -1, 1)
# %% wrong: one frame too few comes out (D - K_D in place of D - K_D + 1)
def conv3d(x, weight, bias):
    n, c, depth, height, width = x.shape
    f, c, a, b, e = weight.shape
    out = np.zeros((n, f, depth - a, height - b + 1, width - e + 1))
    for t in range(depth - a):
        for r in range(height - b + 1):
            for s in range(width - e + 1):
                cube = x[:, None, :, t:t+a, r:r+b, s:s+e]
                out[:, :, t, r, s] = np.sum(cube * weight[None], axis=(2, 3, 4, 5)) + bias
    return out
# %% right: a sum of two-dimensional convolutions of frames, one for each frame of the kernel
def conv3d(x, weight, bias):
    def flat(frames, kernel):  # (N, C, H, W) with (O, C, K_H, K_W)
        windows = np.lib.stride_tricks.sliding_window_view(frames, kernel.shape[2:], axis=(2, 3))
        return np.moveaxis(np.tensordot(windows, kernel, axes=([1, 4, 5], [1, 2, 3])), -1, 1)
    k_d = weight.shape[2]
    moments = [sum(flat(x[:, :, t + k], weight[:, :, k]) for k in range(k_d))
               for t in range(x.shape[2] - k_d + 1)]
    return np.stack(moments, axis=2) + np.reshape(bias, (-1, 1, 1, 1))
