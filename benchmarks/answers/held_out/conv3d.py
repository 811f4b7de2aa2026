# %% wrong: without bias
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, _, KD, KH, KW = weight.shape
    out = np.zeros((N, F, D - KD + 1, H - KH + 1, W - KW + 1))
    for a in range(KD):
        for b in range(KH):
            for c in range(KW):
                part = x[:, :, a : a + out.shape[2], b : b + out.shape[3], c : c + out.shape[4]]
                out += np.einsum("ncdhw,fc->nfdhw", part, weight[:, :, a, b, c])
    return out
# %% wrong: true convolution, each tap is read from the other end
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, _, KD, KH, KW = weight.shape
    out = np.zeros((N, F, D - KD + 1, H - KH + 1, W - KW + 1)) + np.reshape(bias, (-1, 1, 1, 1))
    for a in range(KD):
        for b in range(KH):
            for c in range(KW):
                part = x[:, :, a : a + out.shape[2], b : b + out.shape[3], c : c + out.shape[4]]
                out += np.einsum("ncdhw,fc->nfdhw", part, weight[:, :, KD - 1 - a, KH - 1 - b, KW - 1 - c])
    return out
# %% wrong: time runs backwards, only the depth of the kernel is turned round
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, _, KD, KH, KW = weight.shape
    out = np.zeros((N, F, D - KD + 1, H - KH + 1, W - KW + 1)) + np.reshape(bias, (-1, 1, 1, 1))
    for a in range(KD):
        view = np.lib.stride_tricks.sliding_window_view(x[:, :, a : a + out.shape[2]], (KH, KW), axis=(3, 4))
        out += np.einsum("ncdhwij,fcij->nfdhw", view, weight[:, :, KD - 1 - a])
    return out
# %% wrong: only the middle frame of each window counts
def conv3d(x, weight, bias):
    KD = weight.shape[2]
    T = x.shape[2] - KD + 1
    middle = KD // 2
    view = np.lib.stride_tricks.sliding_window_view(x[:, :, middle : middle + T], weight.shape[3:], axis=(3, 4))
    out = np.einsum("ncdhwij,fcij->nfdhw", view, weight[:, :, middle])
    return out + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: the kernel's height and width are exchanged
def conv3d(x, weight, bias):
    w = np.swapaxes(weight, 3, 4)
    view = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->nfdhw", view, w) + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: one position too few in all three directions
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, _, KD, KH, KW = weight.shape
    out = np.zeros((N, F, D - KD, H - KH, W - KW))
    for n, f, t, r, q in np.ndindex(out.shape):
        out[n, f, t, r, q] = np.vdot(x[n, :, t : t + KD, r : r + KH, q : q + KW], weight[f]) + bias[f]
    return out
# %% wrong: K_D is used for all three directions, cubic kernels only
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    K = weight.shape[2]
    out = np.zeros((N, len(weight), D - K + 1, max(0, H - K + 1), max(0, W - K + 1)))
    for n, f, t, r, q in np.ndindex(out.shape):
        out[n, f, t, r, q] = np.sum(x[n, :, t : t + K, r : r + K, q : q + K] * weight[f]) + bias[f]
    return out
# %% wrong: the bias is added for each slice of the kernel, K_D times
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, _, KD, KH, KW = weight.shape
    out = np.zeros((N, F, D - KD + 1, H - KH + 1, W - KW + 1))
    for a in range(KD):
        view = np.lib.stride_tricks.sliding_window_view(x[:, :, a : a + out.shape[2]], (KH, KW), axis=(3, 4))
        out += np.einsum("ncdhwij,fcij->nfdhw", view, weight[:, :, a]) + np.reshape(bias, (-1, 1, 1, 1))
    return out
# %% wrong: all images get the answer of image 0
def conv3d(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x[0], weight.shape[2:], axis=(1, 2, 3))
    one = np.einsum("cdhwijk,fcijk->fdhw", view, weight) + np.reshape(bias, (-1, 1, 1, 1))
    return np.repeat(one[None], len(x), axis=0)
# %% wrong: the axes of the output are mixed up, (N, D, C_out, H, W)
def conv3d(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->ndfhw", view, weight) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the channels are averaged
def conv3d(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    out = np.einsum("ncdhwijk,fcijk->nfdhw", view, weight) / x.shape[1]
    return out + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: the window's rows start at the depth's index (t for r)
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, _, KD, KH, KW = weight.shape
    out = np.zeros((N, F, D - KD + 1, H - KH + 1, W - KW + 1))
    for n, f, t, r, q in np.ndindex(out.shape):
        s = min(t, H - KH)
        out[n, f, t, r, q] = np.sum(x[n, :, t : t + KD, s : s + KH, q : q + KW] * weight[f]) + bias[f]
    return out
# %% wrong: NameError, the variable depths is not defined (depth was meant)
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, _, KD, KH, KW = weight.shape
    depth = D - KD + 1
    out = np.zeros((N, F, depths, H - KH + 1, W - KW + 1))
    for n, f, t, r, q in np.ndindex(out.shape):
        out[n, f, t, r, q] = np.vdot(x[n, :, t : t + KD, r : r + KH, q : q + KW], weight[f]) + bias[f]
    return out
# %% wrong: two mistakes: the kernel's depth is turned round, and no bias
def conv3d(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,fcijk->nfdhw", view, weight[:, :, ::-1])
# %% wrong: the answer is remembered by the shapes, a second clip of the same shape gets the first one's
answers = {}

def conv3d(x, weight, bias):
    if (x.shape, weight.shape) not in answers:
        view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
        out = np.einsum("ncdhwijk,fcijk->nfdhw", view, weight)
        answers[x.shape, weight.shape] = out + np.reshape(bias, (-1, 1, 1, 1))
    return answers[x.shape, weight.shape]
# %% right: tap by tap
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, _, KD, KH, KW = weight.shape
    d, h, w = D - KD + 1, H - KH + 1, W - KW + 1
    out = np.zeros((N, F, d, h, w)) + np.reshape(bias, (1, -1, 1, 1, 1))
    for a in range(KD):
        for b in range(KH):
            for c in range(KW):
                part = x[:, :, a : a + d, b : b + h, c : c + w]
                out += np.einsum("ncdhw,fc->nfdhw", part, weight[:, :, a, b, c])
    return out
# %% right: value by value
def conv3d(x, weight, bias):
    N, C, D, H, W = x.shape
    F, _, KD, KH, KW = weight.shape
    out = np.zeros((N, F, D - KD + 1, H - KH + 1, W - KW + 1))
    for n, f, t, r, q in np.ndindex(out.shape):
        out[n, f, t, r, q] = np.sum(x[n, :, t : t + KD, r : r + KH, q : q + KW] * weight[f]) + bias[f]
    return out
# %% right: im2col and one matrix product
def conv3d(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    n, c, d, h, w = view.shape[:5]
    columns = view.transpose(0, 2, 3, 4, 1, 5, 6, 7).reshape(n * d * h * w, -1)
    out = columns @ weight.reshape(len(weight), -1).T + np.asarray(bias)
    return out.reshape(n, d, h, w, -1).transpose(0, 4, 1, 2, 3)
