# %% wrong: the dilated kernel is taken as K * dilation long, not (K - 1) * dilation + 1, so outputs are missing at the end (an error if that is larger than the padded input); shows when dilation is above 1
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(v):
        return tuple(v) if np.ndim(v) else (v, v)
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    kh, kw = weight.shape[2:]
    win = np.lib.stride_tricks.sliding_window_view(x, (kh * dh, kw * dw), axis=(2, 3))
    win = win[:, :, ::sh, ::sw, ::dh, ::dw]
    depth, share = weight.shape[1], weight.shape[0] // groups
    maps = [np.einsum("nchwij,ocij->nohw", win[:, g*depth:(g+1)*depth], weight[g*share:(g+1)*share])
            for g in range(groups)]
    y = np.concatenate(maps, axis=1)
    return y if bias is None else y + bias[:, None, None]
# %% wrong: a pair of paddings is used in the wrong order (across, down); shows when the two paddings differ
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    if isinstance(stride, int): stride = (stride, stride)
    if isinstance(padding, int): padding = (padding, padding)
    if isinstance(dilation, int): dilation = (dilation, dilation)
    pad_w, pad_h = padding
    N, C, H, W = x.shape
    O, depth, KH, KW = weight.shape
    xp = np.zeros((N, C, H + 2 * pad_h, W + 2 * pad_w))
    xp[:, :, pad_h:pad_h + H, pad_w:pad_w + W] = x
    span_h = dilation[0] * (KH - 1) + 1
    span_w = dilation[1] * (KW - 1) + 1
    out_h = (H + 2 * pad_h - span_h) // stride[0] + 1
    out_w = (W + 2 * pad_w - span_w) // stride[1] + 1
    out = np.zeros((N, O, out_h, out_w))
    for o in range(O):
        g = o // (O // groups)
        for i in range(out_h):
            for j in range(out_w):
                t, l = i * stride[0], j * stride[1]
                w = xp[:, g*depth:(g+1)*depth, t:t+span_h:dilation[0], l:l+span_w:dilation[1]]
                out[:, o, i, j] = (w * weight[o]).sum(axis=(1, 2, 3))
    if bias is not None:
        out += bias.reshape(1, O, 1, 1)
    return out
# %% wrong: asks "if bias:" in place of "is not None", which raises an error for a bias of two numbers or more; right without bias
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    s = np.broadcast_to(stride, 2)
    p = np.broadcast_to(padding, 2)
    d = np.broadcast_to(dilation, 2)
    x = np.pad(x, [(0, 0), (0, 0), (p[0], p[0]), (p[1], p[1])])
    size = [(weight.shape[2] - 1) * d[0] + 1, (weight.shape[3] - 1) * d[1] + 1]
    v = np.lib.stride_tricks.sliding_window_view(x, size, axis=(2, 3))
    v = v[:, :, ::s[0], ::s[1], ::d[0], ::d[1]]
    v = v.reshape(v.shape[0], groups, -1, *v.shape[2:])
    w = weight.reshape(groups, -1, *weight.shape[1:])
    out = np.einsum("ngchwij,gocij->ngohw", v, w)
    out = out.reshape(out.shape[0], -1, *out.shape[3:])
    if bias:
        out = out + bias[None, :, None, None]
    return out
# %% wrong: two mistakes: the step down is used across, too (shows when the two strides differ), and every group reads the first group's channels (shows with 2 groups or more)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    step = stride if isinstance(stride, int) else stride[0]
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    dh, dw = (dilation, dilation) if isinstance(dilation, int) else dilation
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    c_out, depth, kh, kw = weight.shape
    windows = np.lib.stride_tricks.sliding_window_view(
        x, ((kh - 1) * dh + 1, (kw - 1) * dw + 1), axis=(2, 3))[:, :, ::step, ::step, ::dh, ::dw]
    share = c_out // groups
    maps = []
    for g in range(groups):
        maps.append(np.einsum("nchwij,ocij->nohw", windows[:, :depth], weight[g * share:(g + 1) * share]))
    out = np.concatenate(maps, axis=1)
    if bias is not None:
        out = out + bias[:, None, None]
    return out
# %% right: tap by tap with strided slices, groups as an axis of their own
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    two = lambda option: (option, option) if np.isscalar(option) else tuple(option)
    step, edge, gap = map(two, (stride, padding, dilation))
    n, c = x.shape[:2]
    c_out, depth, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (edge[0],) * 2, (edge[1],) * 2))
    rows = (padded.shape[2] - (kh - 1) * gap[0] - 1) // step[0] + 1
    cols = (padded.shape[3] - (kw - 1) * gap[1] - 1) // step[1] + 1
    total = np.zeros((n, groups, c_out // groups, rows, cols))
    filters = weight.reshape(groups, c_out // groups, depth, kh, kw)
    for i in range(kh):
        for j in range(kw):
            top, left = i * gap[0], j * gap[1]
            seen = padded[:, :, top:top + (rows - 1) * step[0] + 1:step[0],
                          left:left + (cols - 1) * step[1] + 1:step[1]]
            seen = seen.reshape(n, groups, depth, rows, cols)
            total += np.einsum("ngdhw,gfd->ngfhw", seen, filters[..., i, j])
    total = total.reshape(n, c_out, rows, cols)
    return total if bias is None else total + np.reshape(bias, (1, -1, 1, 1))
