# %% wrong: height and width of the kernel are exchanged in einsum, so kernels with K_H = K_W are mirrored at the diagonal and others raise ValueError
def conv3d(x, weight, bias):
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    y = np.einsum("ncdhwtuv,octvu->nodhw", win, weight)
    return y + bias[None, :, None, None, None]
# %% wrong: the kernel is turned along time only (frame 0 of the kernel meets the last frame of the window)
def conv3d(x, weight, bias):
    n, c, D, H, W = x.shape
    o, _, kd, kh, kw = weight.shape
    d, h, w = D - kd + 1, H - kh + 1, W - kw + 1
    out = np.zeros((n, o, d, h, w)) + bias.reshape(1, -1, 1, 1, 1)
    for a in range(kd):
        for b in range(kh):
            for e in range(kw):
                part = x[:, :, a:a + d, b:b + h, e:e + w]
                out += np.einsum("ncdhw,oc->nodhw", part, weight[:, :, kd - 1 - a, b, e])
    return out
# %% wrong: the channels are not added up: = is written where += is needed, so only the last input channel counts
def conv3d(x, weight, bias):
    N, C_in, D, H, W = x.shape
    C_out, _, K_D, K_H, K_W = weight.shape
    y = np.zeros((N, C_out, D - K_D + 1, H - K_H + 1, W - K_W + 1))
    for o in range(C_out):
        for c in range(C_in):
            win = np.lib.stride_tricks.sliding_window_view(x[:, c], (K_D, K_H, K_W), axis=(1, 2, 3))
            y[:, o] = (win * weight[o, c]).sum(axis=(4, 5, 6))
        y[:, o] += bias[o]
    return y
# %% wrong: two mistakes: the last frame of the output is missing (D - K_D frames, not D - K_D + 1), and the bias is never added
def conv3d(x, weight, bias):
    filters, _, frames, rows, cols = weight.shape
    depth, height, width = x.shape[2] - frames, x.shape[3] - rows + 1, x.shape[4] - cols + 1
    y = np.zeros((x.shape[0], filters, depth, height, width))
    for t in range(depth):
        for i in range(height):
            for j in range(width):
                cube = x[:, :, t:t + frames, i:i + rows, j:j + cols]
                y[:, :, t, i, j] = cube.reshape(len(x), -1) @ weight.reshape(filters, -1).T
    return y
# %% right: one matrix product for each output place
def conv3d(x, weight, bias):
    filters = weight.reshape(len(weight), -1).T
    size = [have - need + 1 for have, need in zip(x.shape[2:], weight.shape[2:])]
    y = np.empty([len(x), len(weight)] + size)
    for place in np.ndindex(*size):
        cut = tuple(slice(p, p + k) for p, k in zip(place, weight.shape[2:]))
        y[(slice(None), slice(None)) + place] = x[(...,) + cut].reshape(len(x), -1) @ filters + bias
    return y
