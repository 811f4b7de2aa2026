# %% wrong: "if bias" on an array, ValueError: truth value is ambiguous
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sv, sh), (pv, ph), (dv, dh) = (v if isinstance(v, tuple) else (v, v) for v in (stride, padding, dilation))
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (pv, pv), (ph, ph)))
    span = (dv * (kh - 1) + 1, dh * (kw - 1) + 1)
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sv, ::sh, ::dv, ::dh]
    per = c_out // groups
    maps = [np.einsum("nchwij,ocij->nohw", windows[:, g * depth : (g + 1) * depth], weight[g * per : (g + 1) * per])
            for g in range(groups)]
    out = np.concatenate(maps, axis=1)
    if bias:
        out = out + bias[:, None, None]
    return out

# %% wrong: windows of dilation * K, the last outputs are missing when there is dilation
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sv, sh), (pv, ph), (dv, dh) = (v if isinstance(v, tuple) else (v, v) for v in (stride, padding, dilation))
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (pv, pv), (ph, ph)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (dv * kh, dh * kw), axis=(2, 3))
    windows = windows[:, :, ::sv, ::sh, ::dv, ::dh]
    per = c_out // groups
    maps = [np.einsum("nchwij,ocij->nohw", windows[:, g * depth : (g + 1) * depth], weight[g * per : (g + 1) * per])
            for g in range(groups)]
    out = np.concatenate(maps, axis=1)
    return out if bias is None else out + bias[:, None, None]

# %% wrong: no bias is not provided for, TypeError when bias is None
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sv, sh), (pv, ph), (dv, dh) = (v if isinstance(v, tuple) else (v, v) for v in (stride, padding, dilation))
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (pv, pv), (ph, ph)))
    h = (x.shape[2] - dv * (kh - 1) - 1) // sv + 1
    w = (x.shape[3] - dh * (kw - 1) - 1) // sh + 1
    out = np.zeros((len(x), c_out, h, w))
    per = c_out // groups
    for o in range(c_out):
        first = o // per * depth
        for r in range(h):
            for c in range(w):
                top, left = r * sv, c * sh
                window = x[:, first : first + depth, top : top + dv * (kh - 1) + 1 : dv, left : left + dh * (kw - 1) + 1 : dh]
                out[:, o, r, c] = (window * weight[o]).sum(axis=(1, 2, 3)) + bias[o]
    return out

# %% wrong: stride and dilation are exchanged in the slices of the windows
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sv, sh), (pv, ph), (dv, dh) = (v if isinstance(v, tuple) else (v, v) for v in (stride, padding, dilation))
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (pv, pv), (ph, ph)))
    span = (sv * (kh - 1) + 1, sh * (kw - 1) + 1)
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::dv, ::dh, ::sv, ::sh]
    per = c_out // groups
    maps = [np.einsum("nchwij,ocij->nohw", windows[:, g * depth : (g + 1) * depth], weight[g * per : (g + 1) * per])
            for g in range(groups)]
    out = np.concatenate(maps, axis=1)
    return out if bias is None else out + bias[:, None, None]

# %% wrong: max() makes one number of a pair, so a pair counts as its larger value in both directions
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    s, p, d = (int(np.max(v)) for v in (stride, padding, dilation))
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    span = (d * (kh - 1) + 1, d * (kw - 1) + 1)
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::s, ::s, ::d, ::d]
    xs = np.split(windows, groups, axis=1)
    ws = np.split(weight, groups)
    out = np.concatenate([np.einsum("nchwij,ocij->nohw", a, b) for a, b in zip(xs, ws)], axis=1)
    return out if bias is None else out + bias[:, None, None]

# %% wrong: the output size is that of the kernel without gaps, so windows stick out once there is dilation (ValueError)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sv, sh), (pv, ph), (dv, dh) = (v if isinstance(v, tuple) else (v, v) for v in (stride, padding, dilation))
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (pv, pv), (ph, ph)))
    h, w = (x.shape[2] - kh) // sv + 1, (x.shape[3] - kw) // sh + 1
    out = np.zeros((len(x), c_out, h, w))
    per = c_out // groups
    for o in range(c_out):
        first = o // per * depth
        for r in range(h):
            for c in range(w):
                rows = slice(r * sv, r * sv + dv * (kh - 1) + 1, dv)
                columns = slice(c * sh, c * sh + dh * (kw - 1) + 1, dh)
                out[:, o, r, c] = (x[:, first : first + depth, rows, columns] * weight[o]).sum(axis=(1, 2, 3))
    if bias is not None:
        out += bias[:, None, None]
    return out

# %% right: tap by tap
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(v):
        return v if isinstance(v, tuple) else (v, v)

    (sv, sh), (pv, ph), (dv, dh) = pair(stride), pair(padding), pair(dilation)
    n, c_in, h, w = x.shape
    c_out, depth, kh, kw = weight.shape
    padded = np.zeros((n, c_in, h + 2 * pv, w + 2 * ph))
    padded[:, :, pv : pv + h, ph : ph + w] = x
    rows = (h + 2 * pv - dv * (kh - 1) - 1) // sv + 1
    columns = (w + 2 * ph - dh * (kw - 1) - 1) // sh + 1
    out = np.zeros((n, c_out, rows, columns))
    per = c_out // groups
    for g in range(groups):
        part, filters = padded[:, g * depth : (g + 1) * depth], slice(g * per, (g + 1) * per)
        for i in range(kh):
            for j in range(kw):
                top, left = i * dv, j * dh
                seen = part[:, :, top : top + (rows - 1) * sv + 1 : sv, left : left + (columns - 1) * sh + 1 : sh]
                out[:, filters] += np.einsum("nchw,oc->nohw", seen, weight[filters, :, i, j])
    if bias is not None:
        out += np.reshape(bias, (1, -1, 1, 1))
    return out
