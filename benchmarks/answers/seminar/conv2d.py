# %% wrong: a pair for the padding is taken as (across, down); shows where the two numbers differ
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def two(v):
        return (v, v) if np.isscalar(v) else tuple(v)

    (sh, sw), (pw, ph), (dh, dw) = two(stride), two(padding), two(dilation)
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    C_out, depth, kh, kw = weight.shape
    n = C_out // groups
    win = np.lib.stride_tricks.sliding_window_view(
        xp, ((kh - 1) * dh + 1, (kw - 1) * dw + 1), axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    parts = [np.einsum("nchwij,ocij->nohw", win[:, g * depth:(g + 1) * depth],
                       weight[g * n:(g + 1) * n]) for g in range(groups)]
    y = np.concatenate(parts, axis=1)
    return y if bias is None else y + bias[:, None, None]
# %% wrong: the dilated kernel is taken as K · D long, not (K − 1) · D + 1; with a dilation above 1 outputs are missing at the lower and right edges (not always with a stride)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    s = stride if isinstance(stride, tuple) else (stride, stride)
    p = padding if isinstance(padding, tuple) else (padding, padding)
    d = dilation if isinstance(dilation, tuple) else (dilation, dilation)
    N, C, H, W = x.shape
    big = np.zeros((N, C, H + 2 * p[0], W + 2 * p[1]))
    big[:, :, p[0]:p[0] + H, p[1]:p[1] + W] = x
    O, depth, KH, KW = weight.shape
    H_out = (big.shape[2] - KH * d[0]) // s[0] + 1
    W_out = (big.shape[3] - KW * d[1]) // s[1] + 1
    out = np.zeros((N, O, H_out, W_out))
    for o in range(O):
        g = o // (O // groups)
        chans = big[:, g * depth:(g + 1) * depth]
        for r in range(H_out):
            for c in range(W_out):
                top, left = r * s[0], c * s[1]
                w = chans[:, :, top:top + KH * d[0]:d[0], left:left + KW * d[1]:d[1]]
                out[:, o, r, c] = (w * weight[o]).sum(axis=(1, 2, 3))
        if bias is not None:
            out[:, o] += bias[o]
    return out
# %% wrong: the filters are dealt out to the groups in turn (filter o reads group o % groups), not in order; shows where groups is above 1 and each group has two filters or more
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    stride, padding, dilation = (
        v if isinstance(v, (tuple, list)) else (v, v) for v in (stride, padding, dilation))
    x = np.pad(x, [(0, 0), (0, 0), (padding[0],) * 2, (padding[1],) * 2])
    filters, depth, k1, k2 = weight.shape
    rows = (x.shape[2] - dilation[0] * (k1 - 1) - 1) // stride[0] + 1
    cols = (x.shape[3] - dilation[1] * (k2 - 1) - 1) // stride[1] + 1
    out = np.zeros((len(x), filters, rows, cols))
    for f in range(filters):
        group = f % groups
        for c in range(depth):
            for i in range(k1):
                for j in range(k2):
                    a, b = i * dilation[0], j * dilation[1]
                    piece = x[:, group * depth + c,
                              a:a + (rows - 1) * stride[0] + 1:stride[0],
                              b:b + (cols - 1) * stride[1] + 1:stride[1]]
                    out[:, f] += weight[f, c, i, j] * piece
    if bias is not None:
        out += bias.reshape(1, -1, 1, 1)
    return out
# %% wrong: two mistakes: the bias is never added, and of a pair for the stride the first number is used in both directions
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    pair = lambda v: v if isinstance(v, tuple) else (v, v)
    step, _ = pair(stride)
    (pad_h, pad_w), (gap_h, gap_w) = pair(padding), pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (pad_h, pad_h), (pad_w, pad_w)))
    size = (gap_h * (weight.shape[2] - 1) + 1, gap_w * (weight.shape[3] - 1) + 1)
    windows = np.lib.stride_tricks.sliding_window_view(x, size, axis=(2, 3))
    windows = windows[:, :, ::step, ::step, ::gap_h, ::gap_w]
    maps = []
    for xs, ws in zip(np.split(windows, groups, axis=1), np.split(weight, groups)):
        maps.append(np.tensordot(xs, ws, axes=((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2))
    return np.concatenate(maps, axis=1)
# %% right: the whole grouped weight is spread into one dense, dilated weight with zeros, then one einsum
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def both(option):
        down, across = option if np.ndim(option) else (option, option)
        return int(down), int(across)

    (sv, sh), (pv, ph), (dv, dh) = map(both, (stride, padding, dilation))
    out_channels, depth, kv, kh = weight.shape
    dense = np.zeros((out_channels, depth * groups, (kv - 1) * dv + 1, (kh - 1) * dh + 1))
    for o in range(out_channels):
        start = o * groups // out_channels * depth
        dense[o, start:start + depth, ::dv, ::dh] = weight[o]
    padded = np.pad(x, ((0, 0), (0, 0), (pv, pv), (ph, ph)))
    views = np.lib.stride_tricks.sliding_window_view(padded, dense.shape[2:], axis=(2, 3))
    y = np.einsum("nchwij,ocij->nohw", views[:, :, ::sv, ::sh], dense)
    if bias is not None:
        y = y + np.reshape(bias, (-1, 1, 1))
    return y
