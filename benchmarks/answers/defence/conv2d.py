# %% wrong: the pair for padding is applied the wrong way round: the first number pads left and right, the second above and below
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    pair = lambda v: (v, v) if np.isscalar(v) else tuple(v)
    sh, sw = pair(stride)
    ph, pw = pair(padding)
    dh, dw = pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (pw, pw), (ph, ph)))
    C_out, depth, KH, KW = weight.shape
    size = ((KH - 1) * dh + 1, (KW - 1) * dw + 1)
    win = np.lib.stride_tricks.sliding_window_view(x, size, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    f = C_out // groups
    maps = [np.einsum("nchwij,ocij->nohw", win[:, g * depth:(g + 1) * depth], weight[g * f:(g + 1) * f])
            for g in range(groups)]
    out = np.concatenate(maps, axis=1)
    if bias is not None:
        out = out + bias[None, :, None, None]
    return out
# %% wrong: there is no test for bias=None, so a call without a bias raises a TypeError (None cannot be subscripted)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def as_pair(option):
        return option if isinstance(option, (tuple, list)) else (option, option)
    (step_h, step_w), (pad_h, pad_w), (gap_h, gap_w) = map(as_pair, (stride, padding, dilation))
    n, c_in, h, w = x.shape
    c_out, depth, k_h, k_w = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (pad_h, pad_h), (pad_w, pad_w)))
    out_h = (h + 2 * pad_h - gap_h * (k_h - 1) - 1) // step_h + 1
    out_w = (w + 2 * pad_w - gap_w * (k_w - 1) - 1) // step_w + 1
    out = np.zeros((n, c_out, out_h, out_w))
    share = c_out // groups
    for o in range(c_out):
        start = (o // share) * depth
        for i in range(out_h):
            for j in range(out_w):
                top, left = i * step_h, j * step_w
                window = padded[:, start:start + depth, top:top + gap_h * (k_h - 1) + 1:gap_h,
                                left:left + gap_w * (k_w - 1) + 1:gap_w]
                out[:, o, i, j] = np.sum(window * weight[o], axis=(1, 2, 3)) + bias[o]
    return out
# %% wrong: the output size forgets the dilation (uses K instead of (K - 1) * dilation + 1), so with dilation > 1 too many outputs are computed and the windows at the end run over the edge: mostly a ValueError from broadcasting, sometimes a too large output (a stride can hide it)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def two(v):
        return (v, v) if isinstance(v, int) else v
    s, p, d = two(stride), two(padding), two(dilation)
    xp = np.pad(x, [(0, 0), (0, 0), (p[0], p[0]), (p[1], p[1])])
    O, D, KH, KW = weight.shape
    Hout = (xp.shape[2] - KH) // s[0] + 1
    Wout = (xp.shape[3] - KW) // s[1] + 1
    out = np.zeros((x.shape[0], O, Hout, Wout))
    per = O // groups
    for g in range(groups):
        for u in range(KH):
            for v in range(KW):
                piece = xp[:, g * D:(g + 1) * D, u * d[0]:u * d[0] + Hout * s[0]:s[0],
                           v * d[1]:v * d[1] + Wout * s[1]:s[1]]
                out[:, g * per:(g + 1) * per] += np.einsum(
                    "nchw,oc->nohw", piece, weight[g * per:(g + 1) * per, :, u, v])
    if bias is not None:
        out += bias.reshape(-1, 1, 1)
    return out
# %% wrong: two mistakes: the step of the stride across is taken from the stride down (stride[0] on both axes, wrong for unequal pairs), and the bias is added once for every group, so it counts `groups` times
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    stride, padding, dilation = [(o, o) if np.ndim(o) == 0 else tuple(o) for o in (stride, padding, dilation)]
    padded = np.pad(x, ((0, 0), (0, 0), (padding[0],) * 2, (padding[1],) * 2))
    c_out, depth, kh, kw = weight.shape
    reach = (dilation[0] * (kh - 1) + 1, dilation[1] * (kw - 1) + 1)
    windows = np.lib.stride_tricks.sliding_window_view(padded, reach, axis=(2, 3))
    windows = windows[:, :, ::stride[0], ::stride[0], ::dilation[0], ::dilation[1]]
    out = np.zeros((x.shape[0], c_out) + windows.shape[2:4])
    n_filters = c_out // groups
    for g in range(groups):
        mine = slice(g * n_filters, (g + 1) * n_filters)
        out[:, mine] += np.einsum("nchwij,ocij->nohw", windows[:, g * depth:(g + 1) * depth], weight[mine])
        if bias is not None:
            out += bias[None, :, None, None]
    return out
# %% right: im2col by fancy indexing and one matrix product for each group
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = (np.broadcast_to(o, 2).tolist() for o in (stride, padding, dilation))
    n, c, h, w = x.shape
    c_out, depth, kh, kw = weight.shape
    canvas = np.zeros((n, c, h + 2 * ph, w + 2 * pw))
    canvas[:, :, ph:ph + h, pw:pw + w] = x
    tops = np.arange(0, h + 2 * ph - (kh - 1) * dh, sh)
    lefts = np.arange(0, w + 2 * pw - (kw - 1) * dw, sw)
    rows = tops[:, None] + dh * np.arange(kh)
    columns = lefts[:, None] + dw * np.arange(kw)
    taken = canvas[:, :, rows[:, None, :, None], columns[None, :, None, :]]  # N C Ho Wo KH KW
    taken = taken.transpose(0, 2, 3, 1, 4, 5).reshape(n, len(tops), len(lefts), groups, -1)
    out = np.concatenate([taken[..., g, :] @ block.reshape(len(block), -1).T
                          for g, block in enumerate(np.split(weight, groups))], axis=-1)
    return np.moveaxis(out if bias is None else out + bias, -1, 1)
