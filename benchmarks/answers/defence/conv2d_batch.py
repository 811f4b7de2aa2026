# %% wrong: np.pad(x, padding) pads all four axes, batch and channels too, so any padding above 0 no longer fits the weight: ValueError, or with one input channel a result for too many images
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->nfhw", windows, weight) + bias[:, None, None]
# %% wrong: the first two axes of the output are swapped: (C_out, N, H_out, W_out) instead of (N, C_out, H_out, W_out)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->fnhw", win, weight) + bias.reshape(-1, 1, 1, 1)
# %% wrong: two mistakes: the bias is never added, and the stride is used for the rows only (columns move by 1)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    n, _, H, W = x.shape
    f, _, kh, kw = weight.shape
    out = np.zeros((n, f, (H - kh) // stride + 1, W - kw + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            patch = x[:, :, i * stride:i * stride + kh, j:j + kw]
            out[:, :, i, j] = np.tensordot(patch, weight, axes=([1, 2, 3], [1, 2, 3]))
    return out
# %% wrong: the output's height is also used as its width, so only square inputs with square kernels come out right; otherwise columns are missing or ValueError is raised
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C_in, H, W = x.shape
    C_out, _, K_H, K_W = weight.shape
    size = (H + 2 * padding - K_H) // stride + 1
    padded = np.zeros((N, C_in, H + 2 * padding, W + 2 * padding))
    padded[:, :, padding:padding + H, padding:padding + W] = x
    out = np.zeros((N, C_out, size, size))
    for n in range(N):
        for f in range(C_out):
            for r in range(size):
                for c in range(size):
                    top, left = r * stride, c * stride
                    out[n, f, r, c] = np.sum(padded[n, :, top:top + K_H, left:left + K_W] * weight[f]) + bias[f]
    return out
# %% right: windows as rows of one matrix
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    side = (padding, padding)
    x = np.pad(x, ((0, 0), (0, 0), side, side))
    kh, kw = weight.shape[2:]
    tops = range(0, x.shape[2] - kh + 1, stride)
    lefts = range(0, x.shape[3] - kw + 1, stride)
    columns = np.stack([x[:, :, t:t + kh, l:l + kw].reshape(len(x), -1) for t in tops for l in lefts], axis=1)
    flat = columns @ weight.reshape(len(weight), -1).T + bias
    return flat.swapaxes(1, 2).reshape(len(x), len(weight), len(tops), len(lefts))
