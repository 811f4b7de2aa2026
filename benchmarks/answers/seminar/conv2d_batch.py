# %% wrong: the bias is added once for each input channel; shows for more than one input channel and a bias that is not 0
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    ho = (H + 2 * padding - kh) // stride + 1
    wo = (W + 2 * padding - kw) // stride + 1
    out = np.zeros((N, F, ho, wo))
    for n in range(N):
        for f in range(F):
            for c in range(C):
                for r in range(ho):
                    for q in range(wo):
                        win = xp[n, c, r*stride:r*stride+kh, q*stride:q*stride+kw]
                        out[n, f, r, q] += np.sum(win * weight[f, c]) + bias[f]
    return out
# %% wrong: all the padding is put below and to the right (2 * padding), none above and to the left; shows where the padding is not 0
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    padded[:, :, :h, :w] = x
    win = np.lib.stride_tricks.sliding_window_view(padded, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight) + bias.reshape(1, -1, 1, 1)
# %% wrong: every image of the batch gets the output of the first one; shows for N > 1
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    out_list = []
    p = padding
    for image in x:
        img = np.pad(x[0], [(0, 0), (p, p), (p, p)])
        v = np.lib.stride_tricks.sliding_window_view(img, weight.shape[2:], axis=(1, 2))
        v = v[:, ::stride, ::stride]
        out_list.append(np.tensordot(weight, v, axes=([1, 2, 3], [0, 3, 4])) + bias[:, None, None])
    return np.array(out_list)
# %% wrong: the stride is used for the rows only, columns move one pixel at a time; shows for stride > 1
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    pad = (padding, padding)
    x = np.pad(x, ((0, 0), (0, 0), pad, pad))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    maps = np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride], weight)
    return maps + bias[None, :, None, None]
# %% right: loop over the taps of the kernel, one matrix product for each
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, _, H, W = x.shape
    F, _, KH, KW = weight.shape
    big = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    rows = (H + 2 * padding - KH) // stride + 1
    cols = (W + 2 * padding - KW) // stride + 1
    y = np.zeros((N, rows, cols, F)) + bias
    for i in range(KH):
        for j in range(KW):
            part = big[:, :, i:i + stride * rows:stride, j:j + stride * cols:stride]
            y = y + part.transpose(0, 2, 3, 1) @ weight[:, :, i, j].T
    return y.transpose(0, 3, 1, 2)
