# %% wrong: the bias has one axis too few, (C_out, 1, 1), and is added along the frames: ValueError unless there is one filter or the output has one frame or as many frames as filters
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,ocijk->nodhw", windows, weight) + bias[:, None, None]
# %% wrong: the kernel is taken to be a cube with the side K_W; right for cubes, a ValueError or a wrong shape for others
def conv3d(x, weight, bias):
    k = weight.shape[-1]
    n, _, D, H, W = x.shape
    out = np.zeros((n, len(weight), D - k + 1, H - k + 1, W - k + 1))
    for d in range(D - k + 1):
        for r in range(H - k + 1):
            for c in range(W - k + 1):
                block = x[:, :, d:d + k, r:r + k, c:c + k]
                out[:, :, d, r, c] = np.tensordot(block, weight, axes=([1, 2, 3, 4], [1, 2, 3, 4])) + bias
    return out
# %% wrong: the kernel does not move along time: tap t always reads frame t in place of d + t, so all output frames are equal; right where only one output frame fits
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    frames = x.shape[2] - kd + 1
    h, w = x.shape[3] - kh + 1, x.shape[4] - kw + 1
    y = np.zeros((x.shape[0], weight.shape[0], frames, h, w)) + bias[None, :, None, None, None]
    for d in range(frames):
        for t in range(kd):
            view = np.lib.stride_tricks.sliding_window_view(x[:, :, t], (kh, kw), axis=(2, 3))
            y[:, :, d] += np.einsum("nchwij,ocij->nohw", view, weight[:, :, t])
    return y
# %% wrong: two mistakes: the bias is added once for each frame of the kernel (K_D times), and the last output frame is missing
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    def flat(image, k):
        view = np.lib.stride_tricks.sliding_window_view(image, (kh, kw), axis=(2, 3))
        return np.einsum("nchwij,ocij->nohw", view, k) + bias.reshape(1, -1, 1, 1)
    frames = [sum(flat(x[:, :, d + t], weight[:, :, t]) for t in range(kd))
              for d in range(x.shape[2] - kd)]
    h, w = x.shape[3] - kh + 1, x.shape[4] - kw + 1
    return np.stack(frames, axis=2) if frames else np.zeros((len(x), len(weight), 0, h, w))
# %% right: three loops over the taps, shifted blocks of the volume
def conv3d(x, weight, bias):
    n, _, D, H, W = x.shape
    o, _, kd, kh, kw = weight.shape
    d, h, w = D - kd + 1, H - kh + 1, W - kw + 1
    y = np.empty((n, o, d, h, w))
    y[:] = np.reshape(bias, (1, o, 1, 1, 1))
    for t, i, j in np.ndindex(kd, kh, kw):
        block = x[:, :, t:t + d, i:i + h, j:j + w]
        y += np.einsum("oc,ncdhw->nodhw", weight[:, :, t, i, j], block)
    return y
