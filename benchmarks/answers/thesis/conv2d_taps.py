# %% wrong: the bias is added inside of the loop over taps, so K_H * K_W times; shows for a bias that is not 0 and more than one tap
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = weight.shape
    down = (x.shape[2] - kh) // stride + 1
    across = (x.shape[3] - kw) // stride + 1
    y = np.zeros((x.shape[0], f, down, across))
    for u in range(kh):
        for v in range(kw):
            seen = x[:, :, u:u + stride * down:stride, v:v + stride * across:stride]
            y += np.einsum("ncij,fc->nfij", seen, weight[:, :, u, v]) + bias[:, None, None]
    return y
# %% wrong: the slice has no step: a tap meets neighbouring pixels where it has to meet every stride-th one; right shape, wrong numbers for stride above 1
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    P = padding
    xp = np.pad(x, [(0, 0), (0, 0), (P, P), (P, P)])
    KH, KW = weight.shape[2], weight.shape[3]
    H_out = (xp.shape[2] - KH) // stride + 1
    W_out = (xp.shape[3] - KW) // stride + 1
    out = np.zeros((len(x), weight.shape[0], H_out, W_out)) + bias.reshape(1, -1, 1, 1)
    for u, v in np.ndindex(KH, KW):
        piece = xp[:, :, u:u + H_out, v:v + W_out]
        out += np.einsum("ncij,fc->nfij", piece, weight[:, :, u, v])
    return out
# %% wrong: crash: K_H is used for both directions of the output's size; if the kernel is not square the slices do not fit (or too few columns come out)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    k = weight.shape[2]
    rows = (x.shape[2] - k) // stride + 1
    cols = (x.shape[3] - k) // stride + 1
    y = np.zeros((len(x), len(weight), rows, cols))
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            part = x[:, :, u:u + stride * rows:stride, v:v + stride * cols:stride]
            y += np.tensordot(part, weight[:, :, u, v], axes=(1, 1)).transpose(0, 3, 1, 2)
    return y + bias[None, :, None, None]
# %% wrong: the kernel is turned by 180 degrees (true convolution); shows for kernels above 1x1
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    image = np.pad(np.asarray(x, float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n_filters, _, kh, kw = weight.shape
    h = (image.shape[2] - kh) // stride + 1
    w = (image.shape[3] - kw) // stride + 1
    result = np.zeros((image.shape[0], n_filters, h, w))
    for u in range(kh):
        for v in range(kw):
            shifted = image[:, :, u:u + stride * h:stride, v:v + stride * w:stride]
            result += np.einsum("fc,ncij->nfij", weight[:, :, kh - 1 - u, kw - 1 - v], shifted)
    result += np.reshape(bias, (1, n_filters, 1, 1))
    return result
# %% right: channels last, a matrix product for each tap, sum over a generator
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = weight.shape[-2:]
    last = np.zeros((n, h + 2 * padding, w + 2 * padding, c))
    last[:, padding:padding + h, padding:padding + w] = np.moveaxis(x, 1, -1)
    top_end, left_end = last.shape[1] - kh + 1, last.shape[2] - kw + 1
    taps = (last[:, u:u + top_end:stride, v:v + left_end:stride] @ weight[:, :, u, v].T
            for u, v in np.ndindex(kh, kw))
    return np.moveaxis(sum(taps) + bias, -1, 1)
