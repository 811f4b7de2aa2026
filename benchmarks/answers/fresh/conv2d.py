# %% wrong: of a dilation pair only the first number is used
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    two = lambda v: (v, v) if isinstance(v, int) else v
    (sh, sw), (ph, pw) = two(stride), two(padding)
    d = dilation if isinstance(dilation, int) else dilation[0]
    N, C, H, W = x.shape
    O, Cg, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    OH = (H + 2 * ph - d * (KH - 1) - 1) // sh + 1
    OW = (W + 2 * pw - d * (KW - 1) - 1) // sw + 1
    out = np.zeros((N, O, OH, OW))
    Og = O // groups
    for o in range(O):
        g = o // Og
        for i in range(OH):
            for j in range(OW):
                p = xp[:, g * Cg:(g + 1) * Cg, i * sh:i * sh + d * (KH - 1) + 1:d, j * sw:j * sw + d * (KW - 1) + 1:d]
                out[:, o, i, j] = (p * weight[o]).sum(axis=(1, 2, 3))
    if bias is not None:
        out += bias.reshape(1, -1, 1, 1)
    return out
# %% wrong: group of an output channel is o % groups instead of the block it lies in
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def as_pair(v):
        return v if isinstance(v, tuple) else (v, v)
    sh, sw = as_pair(stride)
    ph, pw = as_pair(padding)
    dh, dw = as_pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    n, c, h, w = x.shape
    o, cg, kh, kw = weight.shape
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, o, oh, ow))
    for k in range(o):
        g = k % groups
        block = x[:, g * cg:(g + 1) * cg]
        for u in range(kh):
            for v in range(kw):
                piece = block[:, :, u * dh:u * dh + sh * (oh - 1) + 1:sh, v * dw:v * dw + sw * (ow - 1) + 1:sw]
                y[:, k] += np.tensordot(piece, weight[k, :, u, v], axes=([1], [0]))
    if bias is not None:
        y = y + np.asarray(bias)[None, :, None, None]
    return y
# %% wrong: `if bias:` raises for an array of more than one bias and skips a bias of 0
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    if isinstance(stride, int): stride = (stride, stride)
    if isinstance(padding, int): padding = (padding, padding)
    if isinstance(dilation, int): dilation = (dilation, dilation)
    c_out, c_g, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding[0], padding[0]), (padding[1], padding[1])))
    eff = ((kh - 1) * dilation[0] + 1, (kw - 1) * dilation[1] + 1)
    win = np.lib.stride_tricks.sliding_window_view(x, eff, axis=(2, 3))
    win = win[:, :, ::stride[0], ::stride[1], ::dilation[0], ::dilation[1]]
    outs = []
    m = c_out // groups
    for g in range(groups):
        outs.append(np.einsum("ncijuv,ocuv->noij", win[:, g * c_g:(g + 1) * c_g], weight[g * m:(g + 1) * m]))
    out = np.concatenate(outs, axis=1)
    if bias:
        out = out + bias[:, None, None]
    return out
# %% wrong: raises when the dilated kernel is larger than the image without its padding
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    sh, sw = (stride, stride) if np.isscalar(stride) else stride
    ph, pw = (padding, padding) if np.isscalar(padding) else padding
    dh, dw = (dilation, dilation) if np.isscalar(dilation) else dilation
    N, C, H, W = x.shape
    O, CG, KH, KW = weight.shape
    if dh * (KH - 1) + 1 > H or dw * (KW - 1) + 1 > W:
        raise ValueError("kernel size can't be greater than the input size")
    if C != CG * groups or O % groups:
        raise ValueError("channels do not fit the groups")
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    OH = (H + 2 * ph - dh * (KH - 1) - 1) // sh + 1
    OW = (W + 2 * pw - dw * (KW - 1) - 1) // sw + 1
    out = np.zeros((N, O, OH, OW))
    per = O // groups
    for g in range(groups):
        xs = xp[:, g * CG:(g + 1) * CG]
        ws = weight[g * per:(g + 1) * per]
        for i in range(OH):
            for j in range(OW):
                rows = i * sh + dh * np.arange(KH)
                cols = j * sw + dw * np.arange(KW)
                patch = xs[:, :, rows[:, None], cols[None, :]]
                out[:, g * per:(g + 1) * per, i, j] = np.einsum("ncuv,ocuv->no", patch, ws)
    if bias is not None:
        out += bias[None, :, None, None]
    return out
# %% wrong: pairs read as (horizontal, vertical) for the stride
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(v):
        return (v, v) if not hasattr(v, "__len__") else tuple(v)
    sx, sy = pair(stride)
    py, px = pair(padding)
    dy, dx = pair(dilation)
    O, cg, KH, KW = weight.shape
    xp = np.pad(x, [(0, 0), (0, 0), (py, py), (px, px)])
    win = np.lib.stride_tricks.sliding_window_view(xp, (dy * (KH - 1) + 1, dx * (KW - 1) + 1), axis=(-2, -1))
    win = win[:, :, ::sy, ::sx, ::dy, ::dx]
    N, C, OH, OW = win.shape[:4]
    win = win.reshape(N, groups, cg, OH, OW, KH, KW)
    wg = weight.reshape(groups, O // groups, cg, KH, KW)
    out = np.einsum("ngcijuv,gocuv->ngoij", win, wg).reshape(N, O, OH, OW)
    return out if bias is None else out + bias.reshape(1, O, 1, 1)
# %% wrong: every group reads the first block of input channels
def conv2d(x: np.ndarray, weight: np.ndarray, bias=None, *, stride=1, padding=0, dilation=1, groups: int = 1):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    dh, dw = (dilation, dilation) if isinstance(dilation, int) else dilation
    c_out, c_per_group, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    windows = np.lib.stride_tricks.sliding_window_view(
        padded, ((kh - 1) * dh + 1, (kw - 1) * dw + 1), axis=(2, 3)
    )[:, :, ::sh, ::sw, ::dh, ::dw]
    group_outputs = []
    for weights in np.split(weight, groups, axis=0):
        group_outputs.append(np.einsum("ncijuv,ocuv->noij", windows[:, :c_per_group], weights))
    output = np.concatenate(group_outputs, axis=1)
    if bias is not None:
        output = output + bias[None, :, None, None]
    return output
# %% wrong: the size formula forgets the dilation (uses K), the fancy index runs off the end
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    s = stride if isinstance(stride, tuple) else (stride,) * 2
    p = padding if isinstance(padding, tuple) else (padding,) * 2
    d = dilation if isinstance(dilation, tuple) else (dilation,) * 2
    N, C, H, W = x.shape
    O, CG, KH, KW = weight.shape
    X = np.zeros((N, C, H + 2 * p[0], W + 2 * p[1]))
    X[:, :, p[0]:p[0] + H, p[1]:p[1] + W] = x
    OH = (H + 2 * p[0] - KH) // s[0] + 1
    OW = (W + 2 * p[1] - KW) // s[1] + 1
    Y = np.zeros((N, O, OH, OW))
    for n in range(N):
        for o in range(O):
            g = o * groups // O
            for i in range(OH):
                for j in range(OW):
                    acc = 0.0
                    for u in range(KH):
                        for v in range(KW):
                            acc += (X[n, g * CG:(g + 1) * CG, i * s[0] + u * d[0], j * s[1] + v * d[1]] * weight[o, :, u, v]).sum()
                    Y[n, o, i, j] = acc + (0 if bias is None else bias[o])
    return Y
# %% wrong: of a padding pair only the larger number is used, for both directions
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    stride = (stride, stride) if isinstance(stride, int) else stride
    dilation = (dilation, dilation) if isinstance(dilation, int) else dilation
    if not isinstance(padding, int):
        padding = max(padding)
    O, CG, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    KHe, KWe = dilation[0] * (KH - 1) + 1, dilation[1] * (KW - 1) + 1
    win = np.lib.stride_tricks.sliding_window_view(xp, (KHe, KWe), axis=(2, 3))[:, :, ::stride[0], ::stride[1], ::dilation[0], ::dilation[1]]
    og = O // groups
    res = np.concatenate([np.einsum("ncijuv,ocuv->noij", win[:, k * CG:k * CG + CG], weight[k * og:k * og + og]) for k in range(groups)], axis=1)
    if bias is None:
        return res
    return res + bias[:, None, None]
# %% right: taps
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def two(v):
        try:
            a, b = v
        except TypeError:
            a = b = v
        return int(a), int(b)
    sh, sw = two(stride)
    ph, pw = two(padding)
    dh, dw = two(dilation)
    N, C, H, W = x.shape
    O, CG, KH, KW = weight.shape
    OH = (H + 2 * ph - dh * (KH - 1) - 1) // sh + 1
    OW = (W + 2 * pw - dw * (KW - 1) - 1) // sw + 1
    xp = np.zeros((N, C, H + 2 * ph, W + 2 * pw))
    xp[:, :, ph:ph + H, pw:pw + W] = x
    out = np.zeros((N, O, OH, OW))
    og = O // groups
    for g in range(groups):
        a, b = g * og, (g + 1) * og
        for u in range(KH):
            for v in range(KW):
                piece = xp[:, g * CG:(g + 1) * CG, u * dh:u * dh + (OH - 1) * sh + 1:sh, v * dw:v * dw + (OW - 1) * sw + 1:sw]
                out[:, a:b] += np.einsum("ncij,oc->noij", piece, weight[a:b, :, u, v])
    if bias is not None:
        out += np.asarray(bias)[None, :, None, None]
    return out
# %% right: dense
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    if not isinstance(stride, tuple): stride = (stride, stride)
    if not isinstance(padding, tuple): padding = (padding, padding)
    if not isinstance(dilation, tuple): dilation = (dilation, dilation)
    N, C, H, W = x.shape
    O, CG, KH, KW = weight.shape
    # make one big ungrouped kernel with holes
    full = np.zeros((O, C, dilation[0] * (KH - 1) + 1, dilation[1] * (KW - 1) + 1))
    for o in range(O):
        g = o // (O // groups)
        full[o, g * CG:(g + 1) * CG, ::dilation[0], ::dilation[1]] = weight[o]
    xp = np.pad(x, ((0, 0), (0, 0), (padding[0],) * 2, (padding[1],) * 2))
    rows = range(0, xp.shape[2] - full.shape[2] + 1, stride[0])
    cols = range(0, xp.shape[3] - full.shape[3] + 1, stride[1])
    res = np.empty((N, O, len(rows), len(cols)))
    for a, i in enumerate(rows):
        for b, j in enumerate(cols):
            res[:, :, a, b] = np.tensordot(xp[:, :, i:i + full.shape[2], j:j + full.shape[3]], full, axes=([1, 2, 3], [1, 2, 3]))
    if bias is None:
        return res
    return res + bias.reshape(1, O, 1, 1)
