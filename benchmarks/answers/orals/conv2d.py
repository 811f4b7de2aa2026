# %% wrong: a pair of paddings (down, across) is given to np.pad as (before, after) on both axes: `down` zeros above and left, `across` below and right; right for one number or a pair of equal ones
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)
    (sh, sw), pad, (dh, dw) = pair(stride), pair(padding), pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), pad, pad))
    span = (dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1)
    outs = []
    for xs, ws in zip(np.split(x, groups, axis=1), np.split(weight, groups)):
        v = np.lib.stride_tricks.sliding_window_view(xs, span, axis=(2, 3))
        v = v[:, :, ::sh, ::sw, ::dh, ::dw]
        outs.append(np.einsum("nchwij,ocij->nohw", v, ws))
    y = np.concatenate(outs, axis=1)
    return y if bias is None else y + bias[:, None, None]
# %% wrong: tests the bias with `if bias:`, which raises ValueError (truth value is ambiguous) for a bias array of more than one number; right without a bias
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    pair = lambda v: v if isinstance(v, tuple) else (v, v)
    sh, sw = pair(stride)
    ph, pw = pair(padding)
    dh, dw = pair(dilation)
    c_out, depth, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    windows = np.lib.stride_tricks.sliding_window_view(
        padded, (dh * (kh - 1) + 1, dw * (kw - 1) + 1), axis=(2, 3))
    windows = windows[:, :, ::sh, ::sw, ::dh, ::dw]
    per = c_out // groups
    maps = [np.einsum("nchwij,ocij->nohw", windows[:, g * depth:(g + 1) * depth],
                      weight[g * per:(g + 1) * per]) for g in range(groups)]
    out = np.concatenate(maps, axis=1)
    if bias:
        out = out + bias.reshape(1, -1, 1, 1)
    return out
# %% wrong: the windows are dilation * K pixels wide and high instead of dilation * (K - 1) + 1, so with a dilation above 1 the last windows do not fit and rows and columns at the end of the output can be missing (or ValueError if no window fits)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def two(value):
        return value if isinstance(value, tuple) else (value, value)
    step_h, step_w = two(stride)
    pad_h, pad_w = two(padding)
    gap_h, gap_w = two(dilation)
    N, C_in, H, W = x.shape
    C_out, depth, K_H, K_W = weight.shape
    padded = np.zeros((N, C_in, H + 2 * pad_h, W + 2 * pad_w))
    padded[:, :, pad_h:pad_h + H, pad_w:pad_w + W] = x
    view = np.lib.stride_tricks.sliding_window_view(padded, (K_H * gap_h, K_W * gap_w), axis=(2, 3))
    view = view[:, :, ::step_h, ::step_w, ::gap_h, ::gap_w]
    out = np.zeros((N, C_out) + view.shape[2:4])
    filters = C_out // groups
    for o in range(C_out):
        g = o // filters
        out[:, o] = np.einsum("nchwij,cij->nhw", view[:, g * depth:(g + 1) * depth], weight[o])
        if bias is not None:
            out[:, o] += bias[o]
    return out
# %% wrong: the filters are dealt out to the groups in turn (filter o reads group o % groups) instead of in order, the first share of the filters to the first group; right for one group, or for as many groups as filters
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    s = stride if isinstance(stride, tuple) else (stride, stride)
    p = padding if isinstance(padding, tuple) else (padding, padding)
    d = dilation if isinstance(dilation, tuple) else (dilation, dilation)
    x = np.pad(x, [(0, 0), (0, 0), (p[0], p[0]), (p[1], p[1])])
    O, D, A, B = weight.shape
    h = (x.shape[2] - d[0] * (A - 1) - 1) // s[0] + 1
    w = (x.shape[3] - d[1] * (B - 1) - 1) // s[1] + 1
    y = np.zeros((len(x), O, h, w))
    for o in range(O):
        first = (o % groups) * D
        for c in range(D):
            for a in range(A):
                for b in range(B):
                    r, q = a * d[0], b * d[1]
                    piece = x[:, first + c, r:r + s[0] * (h - 1) + 1:s[0], q:q + s[1] * (w - 1) + 1:s[1]]
                    y[:, o] += weight[o, c, a, b] * piece
    if bias is not None:
        y += bias[:, None, None]
    return y
# %% right: groups written out as zeros in a full weight, then tap by tap
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = (v if isinstance(v, tuple) else (v, v)
                                    for v in (stride, padding, dilation))
    C_out, depth, kh, kw = weight.shape
    full = np.zeros((C_out, depth * groups, kh, kw))
    for o in range(C_out):
        first = o * groups // C_out * depth
        full[o, first:first + depth] = weight[o]
    padded = np.pad(x, [(0, 0), (0, 0), (ph, ph), (pw, pw)])
    stop_h = padded.shape[2] - dh * (kh - 1)
    stop_w = padded.shape[3] - dw * (kw - 1)
    y = 0
    for i in range(kh):
        for j in range(kw):
            part = padded[:, :, i * dh:i * dh + stop_h:sh, j * dw:j * dw + stop_w:sw]
            y = y + np.einsum("oc,nchw->nohw", full[:, :, i, j], part)
    if bias is not None:
        y = y + np.reshape(bias, (1, -1, 1, 1))
    return y
