# %% wrong: puts K_D - 1 empty frames before the clip, so that there are as many frames as before
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (kd - 1, 0), (0, 0), (0, 0)))  # causal in time
    windows = np.lib.stride_tricks.sliding_window_view(x, (kd, kh, kw), axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->nfdhw", windows, weight) + bias[:, None, None, None]


# %% wrong: the conjugate is missing, so the kernel is turned in all three directions
def conv3d(x, weight, bias):
    size, (a, b, c) = x.shape[2:], weight.shape[2:]
    X = np.fft.fftn(x, axes=(2, 3, 4))
    W = np.fft.fftn(weight, size, axes=(2, 3, 4))
    y = np.fft.ifftn(np.einsum("ncdhw,fcdhw->nfdhw", X, W), axes=(2, 3, 4)).real
    return y[:, :, a - 1:, b - 1:, c - 1:] + bias[:, None, None, None]


# %% wrong: the ranges end one too early, so the last frame, row and column hold only zeros
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, C, KD, KH, KW = weight.shape
    out = np.zeros((N, F, D - KD + 1, H - KH + 1, W - KW + 1))
    for n in range(N):
        for f in range(F):
            for d in range(D - KD):
                for i in range(H - KH):
                    for j in range(W - KW):
                        out[n, f, d, i, j] = np.sum(x[n, :, d:d + KD, i:i + KH, j:j + KW] * weight[f]) + bias[f]
    return out


# %% right: a loop over the taps and tensordot over the channels
def conv3d(x, weight, bias):
    taps = weight.shape[2:]
    depth, height, width = (size - k + 1 for size, k in zip(x.shape[2:], taps))
    y = 0
    for d, u, v in np.ndindex(*taps):
        seen = x[:, :, d:d + depth, u:u + height, v:v + width]
        y = y + np.tensordot(weight[:, :, d, u, v], seen, axes=(1, 1))
    return y.swapaxes(0, 1) + np.asarray(bias)[None, :, None, None, None]
