# %% wrong: the windows are D times K large in place of D (K - 1) + 1, so with dilation the last outputs are missing
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (dh * kh, dw * kw), axis=(2, 3))
    windows = windows[:, :, ::sh, ::sw, ::dh, ::dw]
    share = c_out // groups
    maps = [np.einsum("nchwij,fcij->nfhw", windows[:, g * depth : (g + 1) * depth],
                      weight[g * share : (g + 1) * share]) for g in range(groups)]
    output = np.concatenate(maps, axis=1)
    return output if bias is None else output + bias[:, None, None]
# %% wrong: "if bias:" asks an array for one truth value: ValueError as soon as there is more than one bias
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = (dh * (kh - 1) + 1, dw * (kw - 1) + 1)
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))
    windows = windows[:, :, ::sh, ::sw, ::dh, ::dw]
    maps = [np.einsum("nchwij,fcij->nfhw", part, filters) for part, filters in
            zip(np.split(windows, groups, axis=1), np.split(weight, groups))]
    output = np.concatenate(maps, axis=1)
    if bias:
        output += bias[:, None, None]
    return output
# %% wrong: a pair of paddings is read as (before, after) on both axes, not as (down, across)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    stride, padding, dilation = pair(stride), pair(padding), pair(dilation)
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), padding, padding))
    n, _, h, w = x.shape
    h_out = (h - dilation[0] * (kh - 1) - 1) // stride[0] + 1
    w_out = (w - dilation[1] * (kw - 1) - 1) // stride[1] + 1
    output = np.zeros((n, c_out, h_out, w_out))
    for o in range(c_out):
        first = o // (c_out // groups) * depth
        for i in range(h_out):
            for j in range(w_out):
                top, left = i * stride[0], j * stride[1]
                window = x[:, first : first + depth,
                           top : top + dilation[0] * (kh - 1) + 1 : dilation[0],
                           left : left + dilation[1] * (kw - 1) + 1 : dilation[1]]
                output[:, o, i, j] = np.sum(window * weight[o], axis=(1, 2, 3))
    if bias is not None:
        output += bias.reshape(1, -1, 1, 1)
    return output
# %% wrong: stride and dilation are mixed up in the slices of the windows (dilation steps over the positions, stride over the taps); ValueError where the number of taps does not fit
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    step_h, step_w = pair(stride)
    pad_h, pad_w = pair(padding)
    gap_h, gap_w = pair(dilation)
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (pad_h, pad_h), (pad_w, pad_w)))
    span = gap_h * (kh - 1) + 1, gap_w * (kw - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))
    windows = windows[:, :, ::gap_h, ::gap_w, ::step_h, ::step_w]
    share = c_out // groups
    output = np.concatenate([
        np.einsum("nchwij,ocij->nohw", windows[:, g * depth : (g + 1) * depth],
                  weight[g * share : (g + 1) * share]) for g in range(groups)], axis=1)
    return output if bias is None else output + bias[None, :, None, None]
# %% right: groups as an axis of their own, tap by tap
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = (each if isinstance(each, tuple) else (each,) * 2
                                    for each in (stride, padding, dilation))
    n, c_in, h, w = x.shape
    c_out, depth, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    padded = padded.reshape(n, groups, depth, h + 2 * ph, w + 2 * pw)
    filters = weight.reshape(groups, c_out // groups, depth, kh, kw)
    rows = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    columns = (w + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    output = 0
    for i in range(kh):
        for j in range(kw):
            tap = padded[..., i * dh :, j * dw :][..., ::sh, ::sw][..., :rows, :columns]
            output = output + np.einsum("ngchw,goc->ngohw", tap, filters[..., i, j])
    output = output.reshape(n, c_out, rows, columns)
    if bias is not None:
        output = output + bias.reshape(-1, 1, 1)
    return output
