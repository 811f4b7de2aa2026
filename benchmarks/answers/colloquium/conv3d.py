# %% wrong: the windows are taken with the kernel sizes in the order (K_H, K_W, K_D), so for kernels that are not cubes einsum raises ValueError, or where a size is 1 gives an output of the wrong shape
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw, kd), axis=(2, 3, 4))
    return np.einsum("ncdhwijk,ocijk->nodhw", win, weight) + bias[:, None, None, None]
# %% wrong: the kernel does not slide along the depth: only the first K_D frames are read, and the output has depth 1
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    volume = x[:, :, :kd]
    win = np.lib.stride_tricks.sliding_window_view(volume, (kd, kh, kw), axis=(2, 3, 4))
    return np.einsum("ncdhwijk,ocijk->nodhw", win, weight) + bias.reshape(1, -1, 1, 1, 1)
# %% wrong: the frames of the kernel are read backwards in time (the depth axis of the weight is flipped), rows and columns are not
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    O, _, KD, KH, KW = weight.shape
    out = np.zeros((N, O, D - KD + 1, H - KH + 1, W - KW + 1))
    for a in range(KD):
        for b in range(KH):
            for c in range(KW):
                piece = x[:, :, KD - 1 - a:D - a, b:H - KH + 1 + b, c:W - KW + 1 + c]
                out += np.einsum("ncdhw,oc->nodhw", piece, weight[:, :, a, b, c])
    return out + bias[:, None, None, None]
# %% wrong: two mistakes: only the first channel is convolved (the channel of x and of the weight is fixed to 0), and the bias is ignored
def conv3d(x, weight, bias):
    kernel_shape = weight.shape[2:]
    windows = np.lib.stride_tricks.sliding_window_view(x[:, 0], kernel_shape, axis=(1, 2, 3))
    result = np.einsum("ndhwijk,oijk->nodhw", windows, weight[:, 0])
    return result
# %% right: a 2-D convolution of each frame, summed over the frames of the kernel
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    depth = x.shape[2] - kd + 1
    def flat(frame, kernel):
        win = np.lib.stride_tricks.sliding_window_view(frame, (kh, kw), axis=(2, 3))
        return np.tensordot(win, kernel, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
    frames = [sum(flat(x[:, :, d + t], weight[:, :, t]) for t in range(kd)) for d in range(depth)]
    return np.stack(frames, axis=2) + np.reshape(bias, (1, -1, 1, 1, 1))
