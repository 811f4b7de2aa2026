# %% wrong: the bias is added once for each input channel; shows when there is more than one input channel and the bias is not 0
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh = (H + 2 * padding - kh) // stride + 1
    ow = (W + 2 * padding - kw) // stride + 1
    out = np.zeros((N, F, oh, ow))
    for n in range(N):
        for f in range(F):
            for i in range(oh):
                for j in range(ow):
                    for c in range(C):
                        t, l = i * stride, j * stride
                        out[n, f, i, j] += np.sum(xp[n, c, t:t+kh, l:l+kw] * weight[f, c]) + bias[f]
    return out
# %% wrong: np.pad with one number pads the batch and the channels too; shows when padding is not 0: it raises, or with one input channel gives too many images
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    w = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    w = w[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->nfhw", w, weight) + bias.reshape(1, -1, 1, 1)
# %% wrong: the stride is used for the rows only; shows when stride is more than 1 and a row has more than one window
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride]
    out = np.tensordot(windows, weight, axes=([1, 4, 5], [1, 2, 3]))  # n, h, w, f
    return out.transpose(0, 3, 1, 2) + bias[:, None, None]
# %% wrong: two mistakes: only the first image is computed, the maps of the others stay 0 (shows when the batch has more than one), and the zeros stand only above and on the left, at twice the width (shows when padding is not 0)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    cout, _, kh, kw = weight.shape
    big = np.zeros((n, c, h + 2*padding, w + 2*padding))
    big[:, :, 2*padding:, 2*padding:] = x
    oh = (big.shape[2] - kh)//stride + 1
    ow = (big.shape[3] - kw)//stride + 1
    y = np.zeros((n, cout, oh, ow))
    for k in range(cout):
        for r in range(oh):
            for s in range(ow):
                win = big[0, :, r*stride:r*stride+kh, s*stride:s*stride+kw]
                y[0, k, r, s] = (win*weight[k]).sum() + bias[k]
    return y
# %% right: a loop over the taps, each a strided slice of the padded batch
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n, _, h, w = x.shape
    f, _, kh, kw = weight.shape
    xp = np.pad(x, [(0, 0)] * 2 + [(padding, padding)] * 2)
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    y = np.zeros((n, f, oh, ow)) + np.reshape(bias, (1, f, 1, 1))
    for a in range(kh):
        for b in range(kw):
            part = xp[:, :, a:a + (oh - 1) * stride + 1:stride, b:b + (ow - 1) * stride + 1:stride]
            y += np.einsum("nchw,fc->nfhw", part, weight[:, :, a, b])
    return y
