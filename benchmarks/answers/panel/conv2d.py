# %% wrong: filter o belongs to group o % groups (in turn) instead of o // (C_out // groups) (in blocks); shows when groups > 1 and each group has more than one filter
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    pair = lambda v: (v, v) if np.isscalar(v) else tuple(v)
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    c_out, depth, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    h = (x.shape[2] - (kh - 1) * dh - 1) // sh + 1
    w = (x.shape[3] - (kw - 1) * dw - 1) // sw + 1
    y = np.zeros((x.shape[0], c_out, h, w))
    for o in range(c_out):
        g = o % groups
        xs = x[:, g * depth:(g + 1) * depth]
        for i in range(h):
            for j in range(w):
                win = xs[:, :, i * sh:i * sh + (kh - 1) * dh + 1:dh, j * sw:j * sw + (kw - 1) * dw + 1:dw]
                y[:, o, i, j] = (win * weight[o]).sum(axis=(1, 2, 3))
        if bias is not None:
            y[:, o] += bias[o]
    return y
# %% wrong: a pair of paddings is taken as (across, down): rows get the second number and columns the first; shows only when the two differ
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def two(option):
        return option if isinstance(option, (tuple, list)) else (option, option)

    step_h, step_w = two(stride)
    pad_w, pad_h = two(padding)
    gap_h, gap_w = two(dilation)
    C_out, depth, K_H, K_W = weight.shape
    padded = np.pad(x, [(0, 0), (0, 0), (pad_h, pad_h), (pad_w, pad_w)])
    size = ((K_H - 1) * gap_h + 1, (K_W - 1) * gap_w + 1)
    windows = np.lib.stride_tricks.sliding_window_view(padded, size, axis=(2, 3))
    windows = windows[:, :, ::step_h, ::step_w, ::gap_h, ::gap_w]
    share = C_out // groups
    maps = [np.einsum("nchwij,ocij->nohw", windows[:, g * depth:(g + 1) * depth],
                      weight[g * share:(g + 1) * share]) for g in range(groups)]
    result = np.concatenate(maps, axis=1)
    return result if bias is None else result + bias[:, None, None]
# %% wrong: two mistakes: the padding repeats the edge values instead of zeros (shows when padding > 0), and of a pair of strides the first number is used for both directions
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    if isinstance(stride, (tuple, list)):
        stride = stride[0]
    ph, pw = padding if isinstance(padding, (tuple, list)) else (padding, padding)
    dh, dw = dilation if isinstance(dilation, (tuple, list)) else (dilation, dilation)
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)), mode="edge")
    kh, kw = weight.shape[2:]
    win = np.lib.stride_tricks.sliding_window_view(xp, (dh * (kh - 1) + 1, dw * (kw - 1) + 1), axis=(2, 3))
    win = win[:, :, ::stride, ::stride, ::dh, ::dw]
    parts = zip(np.split(win, groups, axis=1), np.split(weight, groups, axis=0))
    y = np.concatenate([np.tensordot(a, b, axes=([1, 4, 5], [1, 2, 3])) for a, b in parts], axis=3)
    if bias is not None:
        y = y + bias
    return y.transpose(0, 3, 1, 2)
# %% wrong: the dilated kernel is made K * D long instead of (K - 1) * D + 1, with zeros after the last weight, so the output can be too small; shows when dilation > 1 (with a stride not always; crashes where the padded input is smaller than that kernel)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(padding, 2)
    dh, dw = np.broadcast_to(dilation, 2)
    o_n, depth, kh, kw = weight.shape
    # put zeros between the weights
    big = np.zeros((o_n, depth, kh * dh, kw * dw))
    big[:, :, ::dh, ::dw] = weight
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    win = np.lib.stride_tricks.sliding_window_view(xp, big.shape[2:], axis=(2, 3))[:, :, ::sh, ::sw]
    n_f = o_n // groups
    out = []
    for g in range(groups):
        out.append(np.einsum("nchwij,ocij->nohw", win[:, g * depth:(g + 1) * depth], big[g * n_f:(g + 1) * n_f]))
    out = np.concatenate(out, 1)
    if bias is not None:
        out += bias.reshape(1, -1, 1, 1)
    return out
# %% right: adds up shifted images, one for each place in the kernel, with the groups as an axis of their own
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    as_pair = lambda option: tuple(option) if hasattr(option, "__len__") else (option, option)
    stride, padding, dilation = as_pair(stride), as_pair(padding), as_pair(dilation)
    n, c_in, height, width = x.shape
    c_out, depth, k_h, k_w = weight.shape
    canvas = np.zeros((n, c_in, height + 2 * padding[0], width + 2 * padding[1]))
    canvas[:, :, padding[0]:padding[0] + height, padding[1]:padding[1] + width] = x
    canvas = canvas.reshape(n, groups, depth, *canvas.shape[2:])
    filters = weight.reshape(groups, c_out // groups, depth, k_h, k_w)
    h_out = (canvas.shape[3] - dilation[0] * (k_h - 1) - 1) // stride[0] + 1
    w_out = (canvas.shape[4] - dilation[1] * (k_w - 1) - 1) // stride[1] + 1
    total = np.zeros((n, groups, c_out // groups, h_out, w_out))
    for i, j in np.ndindex(k_h, k_w):
        top, left = i * dilation[0], j * dilation[1]
        part = canvas[..., top:top + (h_out - 1) * stride[0] + 1:stride[0],
                      left:left + (w_out - 1) * stride[1] + 1:stride[1]]
        total += np.einsum("ngdhw,gsd->ngshw", part, filters[..., i, j])
    total = total.reshape(n, c_out, h_out, w_out)
    return total if bias is None else total + np.reshape(bias, (c_out, 1, 1))
