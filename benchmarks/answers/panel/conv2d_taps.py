# %% wrong: the kernel is turned by 180 degrees (a true convolution); shows unless the kernel is 1x1 or symmetric
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    F, C, KH, KW = weight.shape
    down, across = (x.shape[2] - KH) // stride + 1, (x.shape[3] - KW) // stride + 1
    y = np.zeros((len(x), F, down, across)) + bias[:, None, None]
    for u in range(KH):
        for v in range(KW):
            seen = x[:, :, u:u + stride * down:stride, v:v + stride * across:stride]
            y += np.einsum("ncij,fc->nfij", seen, weight[:, :, KH - 1 - u, KW - 1 - v])
    return y
# %% wrong: the bias is added at every tap, so K_H * K_W times; shows where it is not 0 and the kernel is larger than 1x1
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    kh, kw = weight.shape[2:]
    oh = (x.shape[2] + 2 * p - kh) // stride + 1
    ow = (x.shape[3] + 2 * p - kw) // stride + 1
    out = np.zeros((x.shape[0], weight.shape[0], oh, ow))
    for u, v in np.ndindex(kh, kw):
        part = xp[:, :, u::stride, v::stride][:, :, :oh, :ow]
        out += np.tensordot(part, weight[:, :, u, v], axes=(1, 1)).transpose(0, 3, 1, 2) + bias.reshape(1, -1, 1, 1)
    return out
# %% wrong: the result is cast to the dtype of x; for whole-number images with fractions in weight or bias the fractions are cut off
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    filters, channels, rows, columns = weight.shape
    down = (padded.shape[2] - rows) // stride + 1
    across = (padded.shape[3] - columns) // stride + 1
    total = 0
    for u in range(rows):
        for v in range(columns):
            tap = padded[:, :, u:u + down * stride:stride, v:v + across * stride:stride]
            total = total + np.einsum("ncij,fc->nfij", tap, weight[:, :, u, v])
    return (total + bias[None, :, None, None]).astype(x.dtype)
# %% wrong: the padding goes to the top and left side only, twice as thick; shows for padding > 0
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    big = np.pad(x, ((0, 0), (0, 0), (2 * padding, 0), (2 * padding, 0)))
    KH, KW = weight.shape[2], weight.shape[3]
    H_out = (big.shape[2] - KH) // stride + 1
    W_out = (big.shape[3] - KW) // stride + 1
    y = np.zeros((x.shape[0], weight.shape[0], H_out, W_out))
    for u in range(KH):
        for v in range(KW):
            y += np.einsum("ncij,fc->nfij", big[:, :, u:u + stride * H_out:stride, v:v + stride * W_out:stride],
                           weight[:, :, u, v])
    for f in range(len(bias)):
        y[:, f] += bias[f]
    return y
# %% right: no padded copy; each tap adds to those outputs whose pixel lies in the image
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    down, across = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    y = np.empty((n, f, down, across))
    y[:] = np.reshape(bias, (f, 1, 1))
    for u, v in np.ndindex(kh, kw):
        r = np.arange(down) * stride + u - padding
        s = np.arange(across) * stride + v - padding
        i, j = np.flatnonzero((r >= 0) & (r < h)), np.flatnonzero((s >= 0) & (s < w))
        if i.size and j.size:
            seen = x[:, :, r[i][:, None], s[j]]
            y[:, :, i[:, None], j] += np.tensordot(weight[:, :, u, v], seen, (1, 1)).swapaxes(0, 1)
    return y
