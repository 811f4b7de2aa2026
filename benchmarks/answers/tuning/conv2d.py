# %% wrong: the dilation is ignored
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))[:, :, ::sh, ::sw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: groups is ignored, a ValueError for more than one
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    out = np.einsum("nchwij,fcij->nfhw", windows, weight)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the stride is ignored
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (ph, pw), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[..., ::dh, ::dw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the padding is ignored
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, dilation)]
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the bias is never added
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    return np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
# %% wrong: TypeError without a bias, None is added
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
    return out + np.reshape(bias, (-1, 1, 1))
# %% wrong: pairs are not handled, the options are used as numbers (TypeError, or ValueError from np.pad)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    span = [dilation * (k - 1) + 1 for k in weight.shape[2:]]
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride, ::dilation, ::dilation]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the dilated kernel's span is taken as dilation * K, the last windows are missing
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    f, c, kh, kw = weight.shape
    h = max(0, (x.shape[2] - dh * kh) // sh + 1)
    w = max(0, (x.shape[3] - dw * kw) // sw + 1)
    out = np.zeros((len(x), f, h, w))
    for k in range(f):
        g = k // (f // groups)
        for i in range(h):
            for j in range(w):
                window = x[:, g * c : (g + 1) * c, i * sh :: dh, j * sw :: dw][:, :, :kh, :kw]
                out[:, k, i, j] = np.sum(window * weight[k], axis=(1, 2, 3))
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: stride and dilation are exchanged in the slices
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (dh, dw), (ph, pw), (sh, sw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: padding pairs are swapped, (across, down)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (pw, ph), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: every group reads the first block of channels
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    out = np.einsum("nchwij,fcij->nfhw", windows[:, : weight.shape[1]], weight)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the kernels are turned by 180 degrees
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight[..., ::-1, ::-1], groups))
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% wrong: + bias without a reshape, it goes along the width
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
    return out if bias is None else out + bias
# %% wrong: two mistakes: the dilation is ignored, and the bias is never added
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))[:, :, ::sh, ::sw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    return np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
# %% right: windows of the dilated kernel, split in groups
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [o if isinstance(o, tuple) else (o, o) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = dh * (weight.shape[2] - 1) + 1, dw * (weight.shape[3] - 1) + 1
    windows = np.lib.stride_tricks.sliding_window_view(x, span, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    out = np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
    return out if bias is None else out + np.reshape(bias, (-1, 1, 1))
# %% right: loops over filters and places, stepped slices
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [np.broadcast_to(o, 2) for o in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    f, c, kh, kw = weight.shape
    h = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1
    w = (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    out = np.zeros((len(x), f, h, w))
    for k in range(f):
        g = k // (f // groups)
        for i in range(h):
            for j in range(w):
                window = x[:, g * c : (g + 1) * c, i * sh :: dh, j * sw :: dw][:, :, :kh, :kw]
                out[:, k, i, j] = np.sum(window * weight[k], axis=(1, 2, 3))
        if bias is not None:
            out[:, k] += bias[k]
    return out
# %% right: the kernel is spread with zeros, then tap by tap
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def pair(o):
        return o if isinstance(o, tuple) else (o, o)

    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    n, _, height, width = x.shape
    f, c, kh, kw = weight.shape
    big = np.zeros((n, x.shape[1], height + 2 * ph, width + 2 * pw))
    big[:, :, ph : ph + height, pw : pw + width] = x
    wide = np.zeros((f, c, dh * (kh - 1) + 1, dw * (kw - 1) + 1))
    wide[:, :, ::dh, ::dw] = weight
    h = (big.shape[2] - wide.shape[2]) // sh + 1
    w = (big.shape[3] - wide.shape[3]) // sw + 1
    out = np.zeros((n, f, h, w))
    for k in range(f):
        first = k * groups // f * c
        for a in range(wide.shape[2]):
            for b in range(wide.shape[3]):
                part = big[:, first : first + c, a::sh, b::sw][:, :, :h, :w]
                out[:, k] += np.tensordot(part, wide[k, :, a, b], (1, 0))
    if bias is not None:
        out += np.reshape(bias, (1, -1, 1, 1))
    return out
