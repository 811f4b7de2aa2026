# %% wrong: each frame is convolved in 2-D with the first slice of the kernel, time is not part of the window
def conv3d(x, weight, bias):
    n, c, d, h, w = x.shape
    f, _, kd, kh, kw = weight.shape
    y = np.zeros((n, f, d - kd + 1, h - kh + 1, w - kw + 1))
    for t in range(y.shape[2]):
        v = np.lib.stride_tricks.sliding_window_view(x[:, :, t], (kh, kw), (2, 3))
        y[:, :, t] = np.einsum("nchwij,fcij->nfhw", v, weight[:, :, 0])
    return y + bias.reshape(1, -1, 1, 1, 1)
# %% wrong: the frames of the kernel run backwards in time
def conv3d(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwtij,fctij->nfdhw", view, weight[:, :, ::-1]) + bias[:, None, None, None]
# %% wrong: the bias comes in once for each frame of the kernel
def conv3d(x, weight, bias):
    f, c, kd, kh, kw = weight.shape
    depth = x.shape[2] - kd + 1
    total = 0
    for t in range(kd):
        frames = x[:, :, t:t + depth]
        view = np.lib.stride_tricks.sliding_window_view(frames, (kh, kw), axis=(3, 4))
        total = total + np.einsum("ncdhwij,fcij->nfdhw", view, weight[:, :, t]) + bias.reshape(f, 1, 1, 1)
    return total
# %% right: all taps of the volume, one after the other
def conv3d(x, weight, bias):
    n, _, *sizes = x.shape
    f, _, *taps = weight.shape
    out = [a - b + 1 for a, b in zip(sizes, taps)]
    y = np.zeros((n, f, *out)) + np.reshape(bias, (-1, 1, 1, 1))
    for t, u, v in np.ndindex(*taps):
        piece = x[:, :, t:t + out[0], u:u + out[1], v:v + out[2]]
        y += np.einsum("ncdhw,fc->nfdhw", piece, weight[:, :, t, u, v])
    return y
