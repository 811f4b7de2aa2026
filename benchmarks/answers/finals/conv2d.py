# %% wrong: a missing bias is not thought of: None[...] raises a TypeError
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    two = lambda v: (v, v) if isinstance(v, int) else v
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    n, c, h, w = x.shape
    f, d, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = (dh * (kh - 1) + 1, dw * (kw - 1) + 1)
    win = np.lib.stride_tricks.sliding_window_view(xp, span, (2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    win = win.reshape(n, groups, d, *win.shape[2:])
    y = np.einsum("ngdhwij,gfdij->ngfhw", win, weight.reshape(groups, f // groups, d, kh, kw))
    y = y.reshape(n, f, *y.shape[3:])
    return y + bias[:, None, None]
# %% wrong: the output size is computed with the kernel size and not with the dilated span; windows run over the edge (ValueError) or are too many
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(v):
        return tuple(v) if hasattr(v, "__len__") else (v, v)

    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    n, c, h, w = x.shape
    f, d, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    oh, ow = (h + 2 * ph - kh) // sh + 1, (w + 2 * pw - kw) // sw + 1
    y = np.zeros((n, f, oh, ow))
    for o in range(f):
        first = o // (f // groups) * d
        for i in range(oh):
            for j in range(ow):
                patch = xp[:, first:first + d, i * sh:i * sh + dh * (kh - 1) + 1:dh, j * sw:j * sw + dw * (kw - 1) + 1:dw]
                y[:, o, i, j] = (patch * weight[o]).sum(axis=(1, 2, 3))
        if bias is not None:
            y[:, o] += bias[o]
    return y
# %% wrong: a pair of dilations is used as (across, down)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    as_pair = lambda v: (v, v) if np.isscalar(v) else (v[0], v[1])
    sy, sx = as_pair(stride)
    py, px = as_pair(padding)
    dx, dy = as_pair(dilation)
    f, d, kh, kw = weight.shape
    big = np.zeros((f, d, (kh - 1) * dy + 1, (kw - 1) * dx + 1))
    big[:, :, ::dy, ::dx] = weight
    xp = np.pad(x, ((0, 0), (0, 0), (py, py), (px, px)))
    outs = []
    for part, w in zip(np.split(xp, groups, axis=1), np.split(big, groups)):
        v = np.lib.stride_tricks.sliding_window_view(part, big.shape[2:], (2, 3))[:, :, ::sy, ::sx]
        outs.append(np.einsum("nchwij,fcij->nfhw", v, w))
    y = np.concatenate(outs, axis=1)
    return y if bias is None else y + np.asarray(bias)[:, None, None]
# %% wrong: bias if bias: a truth test on an array, a ValueError with more than one filter
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = padding if isinstance(padding, tuple) else (padding, padding)
    dh, dw = dilation if isinstance(dilation, tuple) else (dilation, dilation)
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    f, d, kh, kw = weight.shape
    oh = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1
    ow = (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((x.shape[0], f, oh, ow))
    if bias:
        y += bias.reshape(1, -1, 1, 1)
    per = f // groups
    for g in range(groups):
        for u in range(kh):
            for v in range(kw):
                tap = x[:, g * d:(g + 1) * d, u * dh:u * dh + sh * oh:sh, v * dw:v * dw + sw * ow:sw][:, :, :oh, :ow]
                y[:, g * per:(g + 1) * per] += np.einsum("nchw,fc->nfhw", tap, weight[g * per:(g + 1) * per, :, u, v])
    return y
# %% right: taps, with index arrays for rows and columns
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    sh, sw = (stride, stride) if np.ndim(stride) == 0 else stride
    ph, pw = (padding, padding) if np.ndim(padding) == 0 else padding
    dh, dw = (dilation, dilation) if np.ndim(dilation) == 0 else dilation
    f, d, kh, kw = weight.shape
    n, c, h, w = x.shape
    z = np.zeros((n, c, h + 2 * ph, w + 2 * pw))
    z[:, :, ph:ph + h, pw:pw + w] = x
    rows = np.arange(0, z.shape[2] - dh * (kh - 1), sh)
    cols = np.arange(0, z.shape[3] - dw * (kw - 1), sw)
    y = np.zeros((n, groups, f // groups, len(rows), len(cols)))
    w5 = weight.reshape(groups, f // groups, d, kh, kw)
    for u in range(kh):
        for v in range(kw):
            seen = z[:, :, (rows + u * dh)[:, None], (cols + v * dw)[None, :]]
            seen = seen.reshape(n, groups, d, len(rows), len(cols))
            y += np.einsum("ngdij,gfd->ngfij", seen, w5[..., u, v])
    y = y.reshape(n, f, len(rows), len(cols))
    return y if bias is None else y + np.reshape(bias, (f, 1, 1))
