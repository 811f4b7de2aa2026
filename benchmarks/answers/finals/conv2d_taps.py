# %% wrong: the slice ends at u + down: the stride is missing in its end, too few pixels are taken (a ValueError)
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    f, c, kh, kw = weight.shape
    down, across = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    y = np.zeros((len(x), f, down, across))
    for u in range(kh):
        for v in range(kw):
            y += np.einsum("nchw,fc->nfhw", x[:, :, u:u + down:stride, v:v + across:stride], weight[:, :, u, v])
    return y + bias[:, None, None]
# %% wrong: the bias is added inside the loop, once for each tap
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh = (xp.shape[2] - weight.shape[2]) // stride + 1
    ow = (xp.shape[3] - weight.shape[3]) // stride + 1
    y = 0
    for u, v in np.ndindex(*weight.shape[2:]):
        seen = xp[:, :, u::stride, v::stride][:, :, :oh, :ow]
        y = y + np.tensordot(weight[:, :, u, v], seen, ([1], [1])).swapaxes(0, 1) + np.reshape(bias, (1, -1, 1, 1))
    return y
# %% wrong: tap (u, v) is shifted by u * stride, as if the kernel was dilated by the stride
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    q = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n = len(q)
    f, _, kh, kw = weight.shape
    oh, ow = (q.shape[2] - kh) // stride + 1, (q.shape[3] - kw) // stride + 1
    out = np.zeros((n, f, oh, ow))
    for u in range(kh):
        for v in range(kw):
            piece = q[:, :, u * stride:u * stride + oh, v * stride:v * stride + ow]
            out[:, :, :piece.shape[2], :piece.shape[3]] += np.einsum("nchw,fc->nfhw", piece, weight[:, :, u, v])
    return out + bias.reshape(-1, 1, 1)
# %% right: taps as matrix products of the flattened pixels
def conv2d_taps(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    z = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    z[:, :, padding:h + padding, padding:w + padding] = x
    oh, ow = (z.shape[2] - kh) // stride + 1, (z.shape[3] - kw) // stride + 1
    y = np.repeat(np.reshape(bias, (1, f, 1)).astype(float), n, axis=0) + np.zeros((1, 1, oh * ow))
    for tap in range(kh * kw):
        u, v = divmod(tap, kw)
        seen = z[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride][:, :, :oh, :ow]
        y += weight[:, :, u, v] @ seen.reshape(n, c, -1)
    return y.reshape(n, f, oh, ow)
