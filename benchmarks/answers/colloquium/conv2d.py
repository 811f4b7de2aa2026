# %% wrong: the windows are as large as the undilated kernel and its taps are then picked with steps of the dilation, so with dilation > 1 too few taps are left: einsum raises ValueError, or where one tap is left broadcasts it and the output is wrong (and too large); dilation 1 is right
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    pair = lambda v: (v, v) if np.isscalar(v) else tuple(v)
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    o, d, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    win = win[:, :, ::sh, ::sw, ::dh, ::dw]
    share = o // groups
    maps = [np.einsum("nchwij,ocij->nohw", win[:, g * d:(g + 1) * d], weight[g * share:(g + 1) * share])
            for g in range(groups)]
    out = np.concatenate(maps, axis=1)
    return out if bias is None else out + bias[:, None, None]
# %% wrong: the pair of the stride is read the wrong way round (across, down); padding and dilation are right
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def two(value):
        return (value, value) if isinstance(value, int) else value
    stride_w, stride_h = two(stride)
    pad_h, pad_w = two(padding)
    gap_h, gap_w = two(dilation)
    c_out, depth, k_h, k_w = weight.shape
    size_h, size_w = (k_h - 1) * gap_h + 1, (k_w - 1) * gap_w + 1
    padded = np.pad(x, ((0, 0), (0, 0), (pad_h, pad_h), (pad_w, pad_w)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (size_h, size_w), axis=(2, 3))
    windows = windows[:, :, ::stride_h, ::stride_w, ::gap_h, ::gap_w]
    per_group = c_out // groups
    maps = []
    for g in range(groups):
        part = windows[:, g * depth:(g + 1) * depth]
        maps.append(np.einsum("nchwij,ocij->nohw", part, weight[g * per_group:(g + 1) * per_group]))
    result = np.concatenate(maps, axis=1)
    if bias is not None:
        result = result + bias.reshape(1, -1, 1, 1)
    return result
# %% wrong: `if bias:` is used to test for a bias, which raises ValueError (truth value of an array is ambiguous) whenever a bias with more than one number is given
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(padding, 2)
    dh, dw = np.broadcast_to(dilation, 2)
    N, C, H, W = x.shape
    O, D, KH, KW = weight.shape
    xp = np.zeros((N, C, H + 2 * ph, W + 2 * pw))
    xp[:, :, ph:ph + H, pw:pw + W] = x
    OH = (H + 2 * ph - dh * (KH - 1) - 1) // sh + 1
    OW = (W + 2 * pw - dw * (KW - 1) - 1) // sw + 1
    out = np.zeros((N, O, OH, OW))
    for o in range(O):
        g = o // (O // groups)
        for i in range(OH):
            for j in range(OW):
                patch = xp[:, g * D:(g + 1) * D, i * sh:i * sh + dh * (KH - 1) + 1:dh,
                           j * sw:j * sw + dw * (KW - 1) + 1:dw]
                out[:, o, i, j] = (patch * weight[o]).sum(axis=(1, 2, 3))
    if bias:
        out += bias[None, :, None, None]
    return out
# %% wrong: two mistakes: the padding is added on the left and at the top only (not on both sides), and the bias is ignored
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [v if isinstance(v, tuple) else (v, v) for v in (stride, padding, dilation)]
    o, d, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, 0), (pw, 0)))
    win = np.lib.stride_tricks.sliding_window_view(x, ((kh - 1) * dh + 1, (kw - 1) * dw + 1), axis=(2, 3))
    win = win[:, :, ::sh, ::sw, ::dh, ::dw]
    share = o // groups
    return np.concatenate([np.einsum("nchwij,ocij->nohw", win[:, g * d:g * d + d],
                                     weight[g * share:g * share + share]) for g in range(groups)], axis=1)
# %% right: sum over the taps, each tap a strided slice of the padded image, groups as an axis
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(v):
        return (v, v) if np.ndim(v) == 0 else (v[0], v[1])
    (sh, sw), (ph, pw), (dh, dw) = map(pair, (stride, padding, dilation))
    n, c, h, w = x.shape
    o, d, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    oh = (h + 2 * ph - (kh - 1) * dh - 1) // sh + 1
    ow = (w + 2 * pw - (kw - 1) * dw - 1) // sw + 1
    xg = xp.reshape(n, groups, d, *xp.shape[2:])
    wg = weight.reshape(groups, o // groups, d, kh, kw)
    y = np.zeros((n, groups, o // groups, oh, ow))
    for u in range(kh):
        for v in range(kw):
            taps = xg[..., u * dh:u * dh + (oh - 1) * sh + 1:sh, v * dw:v * dw + (ow - 1) * sw + 1:sw]
            y += np.einsum("ngdhw,god->ngohw", taps, wg[..., u, v])
    y = y.reshape(n, o, oh, ow)
    return y if bias is None else y + np.asarray(bias)[:, None, None]
