# %% wrong: the bias is forgotten
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->nfdhw", windows, weight)
# %% wrong: the kernels are turned round in all three directions
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    out = np.einsum("ncdhwijk,fcijk->nfdhw", windows, weight[:, :, ::-1, ::-1, ::-1])
    return out + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: the kernels are turned round in height and width, not in depth
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    out = np.einsum("ncdhwijk,fcijk->nfdhw", windows, weight[:, :, :, ::-1, ::-1])
    return out + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: the bias is reshaped to (-1, 1, 1), it goes along the depth
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->nfdhw", windows, weight) + np.reshape(bias, (-1, 1, 1))
# %% wrong: + bias without any reshape, it goes along the width
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->nfdhw", windows, weight) + bias
# %% wrong: the kernel's depth and width are exchanged
def conv3d(x, weight, bias):
    w = weight.transpose(0, 1, 4, 3, 2)
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->nfdhw", windows, w) + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: frame by frame, only the first depth slice of the kernel is used
def conv3d(x, weight, bias):
    depth = x.shape[2] - weight.shape[2] + 1
    windows = np.lib.stride_tricks.sliding_window_view(x[:, :, :depth], weight.shape[3:], axis=(3, 4))
    out = np.einsum("ncdhwjk,fcjk->nfdhw", windows, weight[:, :, 0])
    return out + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: the depth is summed away, one frame comes out
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    out = np.einsum("ncdhwijk,fcijk->nfhw", windows, weight)[:, :, None]
    return out + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: only input channel 0 is read
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x[:, 0], weight.shape[2:], axis=(1, 2, 3))
    return np.einsum("ndhwijk,fijk->nfdhw", windows, weight[:, 0]) + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: one depth position too few, D - K_D
def conv3d(x, weight, bias):
    f, c, kd, kh, kw = weight.shape
    d, h, w = x.shape[2] - kd, x.shape[3] - kh + 1, x.shape[4] - kw + 1
    out = np.zeros((len(x), f, d, h, w))
    for t in range(d):
        for i in range(h):
            for j in range(w):
                block = x[:, :, t : t + kd, i : i + kh, j : j + kw]
                out[:, :, t, i, j] = np.tensordot(block, weight, ([1, 2, 3, 4], [1, 2, 3, 4])) + bias
    return out
# %% wrong: = instead of += over the depth of the kernel, only its last slice counts
def conv3d(x, weight, bias):
    f, c, kd, kh, kw = weight.shape
    d, h, w = x.shape[2] - kd + 1, x.shape[3] - kh + 1, x.shape[4] - kw + 1
    out = np.zeros((len(x), f, d, h, w))
    for t in range(d):
        for s in range(kd):
            view = np.lib.stride_tricks.sliding_window_view(x[:, :, t + s], (kh, kw), axis=(2, 3))
            out[:, :, t] = np.einsum("nchwij,fcij->nfhw", view, weight[:, :, s])
    return out + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: ValueError, the windows are taken over axes 1, 2 and 3 (channels, depth, height)
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(1, 2, 3))
    return np.einsum("ncdhwijk,fcijk->nfdhw", windows, weight) + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: two mistakes: no bias, and the kernels are turned round
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->nfdhw", windows, np.flip(weight, (2, 3, 4)))
# %% wrong: the caller's bias is reshaped in place by resize (the values returned are right)
def conv3d(x, weight, bias):
    bias.resize((len(bias), 1, 1, 1), refcheck=False)
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->nfdhw", windows, weight) + bias
# %% right: windows and einsum
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->nfdhw", windows, weight) + np.reshape(bias, (-1, 1, 1, 1))
# %% right: block by block
def conv3d(x, weight, bias):
    f, c, kd, kh, kw = weight.shape
    d, h, w = x.shape[2] - kd + 1, x.shape[3] - kh + 1, x.shape[4] - kw + 1
    out = np.zeros((len(x), f, d, h, w))
    for t in range(d):
        for i in range(h):
            for j in range(w):
                block = x[:, :, t : t + kd, i : i + kh, j : j + kw]
                out[:, :, t, i, j] = np.tensordot(block, weight, ([1, 2, 3, 4], [1, 2, 3, 4])) + bias
    return out
# %% right: sum of 2-D convolutions of frames
def conv3d(x, weight, bias):
    def conv2d(frames, kernels):
        view = np.lib.stride_tricks.sliding_window_view(frames, kernels.shape[2:], axis=(2, 3))
        return np.einsum("nchwij,fcij->nfhw", view, kernels)

    kd = weight.shape[2]
    maps = []
    for t in range(x.shape[2] - kd + 1):
        maps.append(sum(conv2d(x[:, :, t + s], weight[:, :, s]) for s in range(kd)))
    return np.stack(maps, axis=2) + np.reshape(bias, (-1, 1, 1, 1))
