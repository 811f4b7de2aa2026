# %% wrong: the taps lie next to each other, the dilation only changes the output's size
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    OH = (xp.shape[2] - dh * (KH - 1) - 1) // sh + 1
    OW = (xp.shape[3] - dw * (KW - 1) - 1) // sw + 1
    out = np.zeros((len(x), F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        g = f // (F // groups)
        patch = xp[n, g * D : (g + 1) * D, i * sh : i * sh + KH, j * sw : j * sw + KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + (0 if bias is None else bias[f])
    return out
# %% wrong: a stride pair is read as (across, down)
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sw, sh), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    OH = (xp.shape[2] - dh * (KH - 1) - 1) // sh + 1
    OW = (xp.shape[3] - dw * (KW - 1) - 1) // sw + 1
    out = np.zeros((len(x), F, OH, OW))
    for f in range(F):
        g = f // (F // groups)
        for a in range(KH):
            for b in range(KW):
                part = xp[:, g * D : (g + 1) * D, a * dh :: sh, b * dw :: sw][:, :, :OH, :OW]
                out[:, f] += np.einsum("nchw,c->nhw", part, weight[f, :, a, b])
        if bias is not None:
            out[:, f] += bias[f]
    return out
# %% wrong: a dilation pair is read as (across, down)
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dw, dh) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    OH = max(0, (xp.shape[2] - dh * (KH - 1) - 1) // sh + 1)
    OW = max(0, (xp.shape[3] - dw * (KW - 1) - 1) // sw + 1)
    out = np.zeros((len(x), F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        g = f // (F // groups)
        rows = i * sh + dh * np.arange(KH)
        cols = j * sw + dw * np.arange(KW)
        patch = xp[n, g * D : (g + 1) * D][:, rows][:, :, cols]
        out[n, f, i, j] = np.sum(patch * weight[f]) + (0 if bias is None else bias[f])
    return out
# %% wrong: only the first number of a pair is used, for both directions
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    s, p, d = [v[0] if isinstance(v, tuple) else v for v in (stride, padding, dilation)]
    xp = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    F, D, KH, KW = weight.shape
    OH = max(0, (xp.shape[2] - d * (KH - 1) - 1) // s + 1)
    OW = max(0, (xp.shape[3] - d * (KW - 1) - 1) // s + 1)
    out = np.zeros((len(x), F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        g = f // (F // groups)
        patch = xp[n, g * D : (g + 1) * D, i * s :: d, j * s :: d][:, :KH, :KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + (0 if bias is None else bias[f])
    return out
# %% wrong: if bias: asks for the truth value of an array (ValueError for more than one filter)
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    OH = (xp.shape[2] - dh * (KH - 1) - 1) // sh + 1
    OW = (xp.shape[3] - dw * (KW - 1) - 1) // sw + 1
    out = np.zeros((len(x), F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        g = f // (F // groups)
        patch = xp[n, g * D : (g + 1) * D, i * sh :: dh, j * sw :: dw][:, :KH, :KW]
        out[n, f, i, j] = np.sum(patch * weight[f])
    if bias:
        out += np.reshape(bias, (-1, 1, 1))
    return out
# %% wrong: padding on one side only, before the image
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, 0), (pw, 0)])
    F, D, KH, KW = weight.shape
    OH = max(0, (xp.shape[2] - dh * (KH - 1) - 1) // sh + 1)
    OW = max(0, (xp.shape[3] - dw * (KW - 1) - 1) // sw + 1)
    out = np.zeros((len(x), F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        g = f // (F // groups)
        patch = xp[n, g * D : (g + 1) * D, i * sh :: dh, j * sw :: dw][:, :KH, :KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + (0 if bias is None else bias[f])
    return out
# %% wrong: the group of a filter is f % groups
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    OH = (xp.shape[2] - dh * (KH - 1) - 1) // sh + 1
    OW = (xp.shape[3] - dw * (KW - 1) - 1) // sw + 1
    out = np.zeros((len(x), F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        g = f % groups
        patch = xp[n, g * D : (g + 1) * D, i * sh :: dh, j * sw :: dw][:, :KH, :KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + (0 if bias is None else bias[f])
    return out
# %% wrong: the size is rounded up, the last windows read zeros behind the padded image
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    F, D, KH, KW = weight.shape
    OH = math.ceil((x.shape[2] + 2 * ph - dh * (KH - 1) - 1) / sh) + 1
    OW = math.ceil((x.shape[3] + 2 * pw - dw * (KW - 1) - 1) / sw) + 1
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph + sh), (pw, pw + sw)])
    out = np.zeros((len(x), F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        g = f // (F // groups)
        patch = xp[n, g * D : (g + 1) * D, i * sh :: dh, j * sw :: dw][:, :KH, :KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + (0 if bias is None else bias[f])
    return out
# %% wrong: dilation zeros between the taps instead of dilation - 1 (the steps are one too large)
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=0, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    OH = max(0, (xp.shape[2] - (dh + 1) * (KH - 1) - 1) // sh + 1)
    OW = max(0, (xp.shape[3] - (dw + 1) * (KW - 1) - 1) // sw + 1)
    out = np.zeros((len(x), F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        g = f // (F // groups)
        patch = xp[n, g * D : (g + 1) * D, i * sh :: dh + 1, j * sw :: dw + 1][:, :KH, :KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + (0 if bias is None else bias[f])
    return out
# %% wrong: = instead of +=, only the last tap counts
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    OH = (xp.shape[2] - dh * (KH - 1) - 1) // sh + 1
    OW = (xp.shape[3] - dw * (KW - 1) - 1) // sw + 1
    out = np.zeros((len(x), F, OH, OW))
    for f in range(F):
        g = f // (F // groups)
        for a in range(KH):
            for b in range(KW):
                part = xp[:, g * D : (g + 1) * D, a * dh :: sh, b * dw :: sw][:, :, :OH, :OW]
                out[:, f] = np.einsum("nchw,c->nhw", part, weight[f, :, a, b])
        if bias is not None:
            out[:, f] += bias[f]
    return out
# %% wrong: the keyword is called pad instead of padding (TypeError)
def conv2d(x, weight, bias=None, *, stride=1, pad=0, dilation=1, groups=1):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    ph, pw = (pad, pad) if isinstance(pad, int) else pad
    dh, dw = (dilation, dilation) if isinstance(dilation, int) else dilation
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    view = np.lib.stride_tricks.sliding_window_view(xp, (dh * (KH - 1) + 1, dw * (KW - 1) + 1), axis=(2, 3))
    view = view[:, :, ::sh, ::sw, ::dh, ::dw]
    P = F // groups
    maps = [np.einsum("nchwij,fcij->nfhw", view[:, g * D : (g + 1) * D], weight[g * P : (g + 1) * P])
            for g in range(groups)]
    out = np.concatenate(maps, axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the bias is forgotten where groups is larger than 1
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    dh, dw = (dilation, dilation) if isinstance(dilation, int) else dilation
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    view = np.lib.stride_tricks.sliding_window_view(xp, (dh * (KH - 1) + 1, dw * (KW - 1) + 1), axis=(2, 3))
    view = view[:, :, ::sh, ::sw, ::dh, ::dw]
    if groups == 1:
        out = np.einsum("nchwij,fcij->nfhw", view, weight)
        return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
    P = F // groups
    maps = [np.einsum("nchwij,fcij->nfhw", view[:, g * D : (g + 1) * D], weight[g * P : (g + 1) * P])
            for g in range(groups)]
    return np.concatenate(maps, axis=1)
# %% wrong: the kernel is transposed (height and width of the taps exchanged)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    dh, dw = (dilation, dilation) if isinstance(dilation, int) else dilation
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    view = np.lib.stride_tricks.sliding_window_view(xp, (dh * (KH - 1) + 1, dw * (KW - 1) + 1), axis=(2, 3))
    view = view[:, :, ::sh, ::sw, ::dh, ::dw]
    P = F // groups
    maps = [np.einsum("nchwij,fcji->nfhw", view[:, g * D : (g + 1) * D], weight[g * P : (g + 1) * P])
            for g in range(groups)]
    out = np.concatenate(maps, axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: two mistakes: the group of a filter is f % groups, and padding pairs are swapped
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (pw, ph), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    OH = max(0, (xp.shape[2] - dh * (KH - 1) - 1) // sh + 1)
    OW = max(0, (xp.shape[3] - dw * (KW - 1) - 1) // sw + 1)
    out = np.zeros((len(x), F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        g = f % groups
        patch = xp[n, g * D : (g + 1) * D, i * sh :: dh, j * sw :: dw][:, :KH, :KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + (0 if bias is None else bias[f])
    return out
# %% wrong: the dilated kernel is stored into the caller's weight, which changes its shape
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    dh, dw = (dilation, dilation) if isinstance(dilation, int) else dilation
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    wide = np.zeros((F, D, dh * (KH - 1) + 1, dw * (KW - 1) + 1))
    wide[:, :, ::dh, ::dw] = weight
    weight.resize(wide.shape, refcheck=False)
    weight[...] = wide
    view = np.lib.stride_tricks.sliding_window_view(xp, wide.shape[2:], axis=(2, 3))[:, :, ::sh, ::sw]
    P = F // groups
    maps = [np.einsum("nchwij,fcij->nfhw", view[:, g * D : (g + 1) * D], weight[g * P : (g + 1) * P])
            for g in range(groups)]
    out = np.concatenate(maps, axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% right: value by value with index arrays
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    F, D, KH, KW = weight.shape
    OH = (xp.shape[2] - dh * (KH - 1) - 1) // sh + 1
    OW = (xp.shape[3] - dw * (KW - 1) - 1) // sw + 1
    out = np.zeros((len(x), F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        g = f // (F // groups)
        rows = i * sh + dh * np.arange(KH)
        cols = j * sw + dw * np.arange(KW)
        patch = xp[n, g * D : (g + 1) * D][:, rows][:, :, cols]
        out[n, f, i, j] = np.sum(patch * weight[f]) + (0 if bias is None else bias[f])
    return out
# %% right: tap by tap, groups as an axis of the einsum
def two(v):
    return tuple(v) if np.ndim(v) else (v, v)

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    N, C = x.shape[:2]
    F, D, KH, KW = weight.shape
    OH = (xp.shape[2] - dh * (KH - 1) - 1) // sh + 1
    OW = (xp.shape[3] - dw * (KW - 1) - 1) // sw + 1
    out = np.zeros((N, groups, F // groups, OH, OW))
    for a in range(KH):
        for b in range(KW):
            part = xp[:, :, a * dh :: sh, b * dw :: sw][:, :, :OH, :OW].reshape(N, groups, D, OH, OW)
            taps = weight[:, :, a, b].reshape(groups, F // groups, D)
            out += np.einsum("ngdhw,gfd->ngfhw", part, taps)
    out = out.reshape(N, F, OH, OW)
    return out if bias is None else out + np.asarray(bias)[:, None, None]
# %% right: recursion over the groups
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    options = {"stride": stride, "padding": padding, "dilation": dilation}
    if bias is None:
        bias = np.zeros(len(weight))
    if groups > 1:
        share, depth = len(weight) // groups, weight.shape[1]
        parts = [conv2d(x[:, g * depth : (g + 1) * depth], weight[g * share : (g + 1) * share],
                        bias[g * share : (g + 1) * share], **options) for g in range(groups)]
        return np.concatenate(parts, axis=1)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    dh, dw = (dilation, dilation) if isinstance(dilation, int) else dilation
    xp = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    size = (dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1)
    view = np.lib.stride_tricks.sliding_window_view(xp, size, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    return np.tensordot(view, weight, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2) + np.reshape(bias, (-1, 1, 1))
