# %% wrong: the axes of the kernel are taken in reverse order, K_W K_H K_D (ValueError unless the kernel is a cube)
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,ockji->nodhw", windows, weight) + bias[:, None, None, None]
# %% wrong: the loop over the depth ends one too early, the last frame of the output has no sum
def conv3d(x, weight, bias):
    n, _, d, h, w = x.shape
    o, _, kd, kh, kw = weight.shape
    out = np.zeros((n, o, d - kd + 1, h - kh + 1, w - kw + 1))
    for t in range(d - kd):
        for i in range(h - kh + 1):
            for j in range(w - kw + 1):
                window = x[:, :, t:t + kd, i:i + kh, j:j + kw]
                out[:, :, t, i, j] = np.tensordot(window, weight, ([1, 2, 3, 4], [1, 2, 3, 4]))
    return out + bias[:, None, None, None]
# %% wrong: the frames of the kernel overwrite each other (= in place of +=), only the last one counts
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    depth = x.shape[2] - kd + 1
    for u in range(kd):
        frames = x[:, :, u:u + depth]
        view = np.lib.stride_tricks.sliding_window_view(frames, (kh, kw), axis=(3, 4))
        out = np.einsum("ncdhwjk,ocjk->nodhw", view, weight[:, :, u])
    return out + bias[:, None, None, None]
# %% right: a loop over the taps
def conv3d(x, weight, bias):
    o, c, kd, kh, kw = weight.shape
    d, h, w = (size - k + 1 for size, k in zip(x.shape[2:], (kd, kh, kw)))
    out = np.zeros((len(x), o, d, h, w)) + bias.reshape(1, -1, 1, 1, 1)
    for t, u, v in np.ndindex(kd, kh, kw):
        out += np.einsum("ncdhw,oc->nodhw", x[:, :, t:t + d, u:u + h, v:v + w], weight[:, :, t, u, v])
    return out
