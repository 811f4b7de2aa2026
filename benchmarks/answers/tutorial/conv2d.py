# %% wrong: `if bias:` asks for the truth of a whole array: ValueError for a bias of more than one number; right without a bias
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    o, depth, kh, kw = weight.shape
    view = np.lib.stride_tricks.sliding_window_view(
        x, (dh * (kh - 1) + 1, dw * (kw - 1) + 1), axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    share = o // groups
    maps = [np.einsum("nchwij,ocij->nohw", view[:, g * depth:(g + 1) * depth],
                      weight[g * share:(g + 1) * share]) for g in range(groups)]
    out = np.concatenate(maps, axis=1)
    if bias:
        out = out + bias[:, None, None]
    return out
# %% wrong: more than one group is treated as depthwise, channel o with kernel weight[o, 0]: right for one group and for one kernel per channel, wrong values, a wrong shape or an error otherwise
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    as_pair = lambda v: tuple(v) if isinstance(v, (tuple, list)) else (v, v)
    (s1, s2), (p1, p2), (d1, d2) = map(as_pair, (stride, padding, dilation))
    kh, kw = weight.shape[2], weight.shape[3]
    x = np.pad(x, ((0, 0), (0, 0), (p1, p1), (p2, p2)))
    windows = np.lib.stride_tricks.sliding_window_view(
        x, ((kh - 1) * d1 + 1, (kw - 1) * d2 + 1), axis=(2, 3))
    windows = windows[:, :, ::s1, ::s2, ::d1, ::d2]
    if groups == 1:
        y = np.einsum("nchwij,ocij->nohw", windows, weight)
    else:
        channels = [np.einsum("nhwij,ij->nhw", windows[:, c], weight[c, 0]) for c in range(x.shape[1])]
        y = np.stack(channels, axis=1)
    return y if bias is None else y + np.reshape(bias, (1, -1, 1, 1))
# %% wrong: in the slices of the windows stride and dilation are exchanged: the windows move by the dilation and the taps are the stride apart; right only where the two are equal
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def both(v):
        return (v, v) if np.isscalar(v) else v
    step, pad, gap = both(stride), both(padding), both(dilation)
    c_out, c_g, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (pad[0], pad[0]), (pad[1], pad[1])))
    span = (gap[0] * (kh - 1) + 1, gap[1] * (kw - 1) + 1)
    w = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))
    w = w[:, :, ::gap[0], ::gap[1], ::step[0], ::step[1]]
    n, c, h, v = w.shape[:4]
    w = w.reshape(n, groups, c_g, h, v, *w.shape[4:])
    k = weight.reshape(groups, c_out // groups, c_g, kh, kw)
    y = np.einsum("ngchvij,gocij->ngohv", w, k).reshape(n, c_out, h, v)
    if bias is not None:
        y = y + bias[:, None, None]
    return y
# %% wrong: two mistakes: pairs are read as (across, down) in place of (down, across), and with more than one group the bias is forgotten
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)
    sx, sy = pair(stride)
    px, py = pair(padding)
    dx, dy = pair(dilation)
    def plain(a, k):
        span_y, span_x = dy * (k.shape[2] - 1) + 1, dx * (k.shape[3] - 1) + 1
        rows, cols = (a.shape[2] - span_y) // sy + 1, (a.shape[3] - span_x) // sx + 1
        out = np.zeros((len(a), len(k), rows, cols))
        for r in range(rows):
            for c in range(cols):
                piece = a[:, :, r * sy:r * sy + span_y:dy, c * sx:c * sx + span_x:dx]
                out[:, :, r, c] = np.tensordot(piece, k, axes=([1, 2, 3], [1, 2, 3]))
        return out
    a = np.pad(x, ((0, 0), (0, 0), (py, py), (px, px)))
    if groups > 1:
        share, depth = len(weight) // groups, weight.shape[1]
        return np.concatenate([plain(a[:, g * depth:(g + 1) * depth], weight[g * share:(g + 1) * share])
                               for g in range(groups)], axis=1)
    out = plain(a, weight)
    if bias is not None:
        out += bias[:, None, None]
    return out
# %% right: one strided slice for each tap of each filter, added up
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    pair = lambda v: (int(v), int(v)) if np.ndim(v) == 0 else (int(v[0]), int(v[1]))
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    n, c, h, w = x.shape
    o, depth, kh, kw = weight.shape
    a = np.zeros((n, c, h + 2 * ph, w + 2 * pw))
    a[:, :, ph:ph + h, pw:pw + w] = x
    rows = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    cols = (w + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, o, rows, cols))
    for f in range(o):
        first = f // (o // groups) * depth
        for d in range(depth):
            for i in range(kh):
                for j in range(kw):
                    top, left = i * dh, j * dw
                    y[:, f] += weight[f, d, i, j] * a[:, first + d, top:top + (rows - 1) * sh + 1:sh,
                                                      left:left + (cols - 1) * sw + 1:sw]
        if bias is not None:
            y[:, f] += bias[f]
    return y
