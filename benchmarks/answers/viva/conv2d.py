# %% wrong: the windows are dilation * K large instead of dilation * (K - 1) + 1, so with a dilation above 1 outputs at the bottom and the right are missing (or a ValueError where nothing fits)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    size = dh * weight.shape[2], dw * weight.shape[3]
    windows = np.lib.stride_tricks.sliding_window_view(x, size, axis=(2, 3))
    windows = windows[:, :, ::sh, ::sw, ::dh, ::dw]
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", a, b) for a, b in
                          zip(np.split(windows, groups, axis=1), np.split(weight, groups))], axis=1)
    return out if bias is None else out + bias[:, None, None]
# %% wrong: `if bias:` asks for the truth of an array, which raises a ValueError for a bias of more than one number
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    as_pair = lambda v: v if isinstance(v, tuple) else (v, v)
    s, p, d = as_pair(stride), as_pair(padding), as_pair(dilation)
    c_out, depth, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (p[0], p[0]), (p[1], p[1])))
    span = d[0] * (kh - 1) + 1, d[1] * (kw - 1) + 1
    view = np.lib.stride_tricks.sliding_window_view(padded, span, axis=(2, 3))
    view = view[:, :, ::s[0], ::s[1], ::d[0], ::d[1]]
    share = c_out // groups
    maps = []
    for g in range(groups):
        mine = view[:, g * depth : (g + 1) * depth]
        maps.append(np.einsum("nchwij,fcij->nfhw", mine, weight[g * share : (g + 1) * share]))
    y = np.concatenate(maps, axis=1)
    if bias:
        y = y + bias[:, None, None]
    return y
# %% wrong: two mistakes: a pair of paddings is taken as (across, down), and of a pair of strides the second number is ignored, the first is used for both axes
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    if not isinstance(stride, tuple):
        stride = (stride, stride)
    if not isinstance(padding, tuple):
        padding = (padding, padding)
    if not isinstance(dilation, tuple):
        dilation = (dilation, dilation)
    N, C, H, W = x.shape
    C_out, depth, K_H, K_W = weight.shape
    padded = np.zeros((N, C, H + 2 * padding[1], W + 2 * padding[0]))
    padded[:, :, padding[1] : padding[1] + H, padding[0] : padding[0] + W] = x
    span_h, span_w = dilation[0] * (K_H - 1) + 1, dilation[1] * (K_W - 1) + 1
    H_out = (padded.shape[2] - span_h) // stride[0] + 1
    W_out = (padded.shape[3] - span_w) // stride[0] + 1
    out = np.zeros((N, C_out, H_out, W_out))
    for f in range(C_out):
        g = f // (C_out // groups)
        for i in range(H_out):
            for j in range(W_out):
                top, left = i * stride[0], j * stride[0]
                window = padded[:, g * depth : (g + 1) * depth, top : top + span_h : dilation[0],
                                left : left + span_w : dilation[1]]
                out[:, f, i, j] = (window * weight[f]).sum(axis=(1, 2, 3))
    if bias is not None:
        out += bias.reshape(1, -1, 1, 1)
    return out
# %% wrong: every group reads the first C_in // groups channels instead of its own ones
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sv, sh), (pv, ph), (dv, dh) = (o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation))
    x = np.pad(x, ((0, 0), (0, 0), (pv, pv), (ph, ph)))
    F, depth, kh, kw = weight.shape
    if bias is None:
        bias = np.zeros(F)
    view = np.lib.stride_tricks.sliding_window_view(
        x, (dv * (kh - 1) + 1, dh * (kw - 1) + 1), axis=(2, 3))[:, :, ::sv, ::sh, ::dv, ::dh]
    result = []
    for g in range(groups):
        first, last = g * F // groups, (g + 1) * F // groups
        part = view[:, :depth]
        result.append(np.einsum("nchwij,fcij->nfhw", part, weight[first:last])
                      + bias[first:last, None, None])
    return np.concatenate(result, axis=1)
# %% right: tap by tap, with the groups as an axis of their own
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sv, sh), (pv, ph), (dv, dh) = (np.broadcast_to(o, 2) for o in (stride, padding, dilation))
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (pv, pv), (ph, ph)))
    n, _, H, W = x.shape
    x = x.reshape(n, groups, depth, H, W)
    filters = weight.reshape(groups, c_out // groups, depth, kh, kw)
    h, w = H - dv * (kh - 1), W - dh * (kw - 1)
    total = 0
    for i in range(kh):
        for j in range(kw):
            seen = x[..., i * dv : i * dv + h : sv, j * dh : j * dh + w : sh]
            total = total + np.einsum("gfd,ngdhw->ngfhw", filters[..., i, j], seen)
    total = total.reshape(n, c_out, *total.shape[-2:])
    return total if bias is None else total + np.reshape(bias, (-1, 1, 1))
