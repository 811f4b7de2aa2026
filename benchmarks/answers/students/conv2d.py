# %% wrong: bias None is not handled: crashes without a bias
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [np.broadcast_to(a, 2) for a in (stride, padding, dilation)]
    O, Cg, KH, KW = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    v = np.lib.stride_tricks.sliding_window_view(x, (dh * (KH - 1) + 1, dw * (KW - 1) + 1), axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    n = O // groups
    out = [np.einsum("ncijuv,ocuv->noij", v[:, g * Cg:(g + 1) * Cg], weight[g * n:(g + 1) * n]) for g in range(groups)]
    return np.concatenate(out, axis=1) + bias[:, None, None]
# %% wrong: the output size forgets the dilation (K instead of the span): windows at the end are cut short and crash
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [np.broadcast_to(a, 2) for a in (stride, padding, dilation)]
    O, Cg, KH, KW = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    H, W = (x.shape[2] - KH) // sh + 1, (x.shape[3] - KW) // sw + 1
    out = np.zeros((len(x), O, H, W))
    n = O // groups
    for o in range(O):
        first = o // n * Cg
        for i in range(H):
            for j in range(W):
                window = x[:, first:first + Cg, i * sh:i * sh + dh * (KH - 1) + 1:dh, j * sw:j * sw + dw * (KW - 1) + 1:dw]
                out[:, o, i, j] = (window * weight[o]).sum(axis=(1, 2, 3))
    if bias is not None:
        out += bias[:, None, None]
    return out
# %% wrong: pairs exchanged for the padding: (across, down)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (pw, ph), (dh, dw) = [np.broadcast_to(a, 2) for a in (stride, padding, dilation)]
    O, Cg, KH, KW = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    v = np.lib.stride_tricks.sliding_window_view(x, (dh * (KH - 1) + 1, dw * (KW - 1) + 1), axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    n = O // groups
    out = np.concatenate([np.einsum("ncijuv,ocuv->noij", v[:, g * Cg:(g + 1) * Cg], weight[g * n:(g + 1) * n]) for g in range(groups)], axis=1)
    return out if bias is None else out + bias[:, None, None]
# %% wrong: only numbers, no pairs: stride, padding and dilation as a pair crash
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    O, Cg, KH, KW = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H = (x.shape[2] - dilation * (KH - 1) - 1) // stride + 1
    W = (x.shape[3] - dilation * (KW - 1) - 1) // stride + 1
    out = np.zeros((len(x), O, H, W))
    for o in range(O):
        c = o // (O // groups) * Cg
        for u in range(KH):
            for v in range(KW):
                r, s = u * dilation, v * dilation
                piece = x[:, c:c + Cg, r:r + stride * (H - 1) + 1:stride, s:s + stride * (W - 1) + 1:stride]
                out[:, o] += np.einsum("nchw,c->nhw", piece, weight[o, :, u, v])
    return out if bias is None else out + bias[:, None, None]
# %% wrong: the groups are ignored: einsum of all channels with C_in / groups kernels crashes (or spreads a single one over all); right for groups = 1
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [np.broadcast_to(a, 2) for a in (stride, padding, dilation)]
    O, Cg, KH, KW = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    v = np.lib.stride_tricks.sliding_window_view(x, (dh * (KH - 1) + 1, dw * (KW - 1) + 1), axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    out = np.einsum("ncijuv,ocuv->noij", v, weight)
    if bias is not None:
        out = out + np.reshape(bias, (1, -1, 1, 1))
    return out
# %% wrong: the stride is multiplied by the dilation: windows start every stride * dilation pixels (right for dilation 1)
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [np.broadcast_to(a, 2) for a in (stride, padding, dilation)]
    O, Cg, KH, KW = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    v = np.lib.stride_tricks.sliding_window_view(x, (dh * (KH - 1) + 1, dw * (KW - 1) + 1), axis=(2, 3))[:, :, ::sh * dh, ::sw * dw, ::dh, ::dw]
    n = O // groups
    out = np.concatenate([np.einsum("ncijuv,ocuv->noij", v[:, g * Cg:(g + 1) * Cg], weight[g * n:(g + 1) * n]) for g in range(groups)], axis=1)
    return out if bias is None else out + bias[:, None, None]
# %% right: dilated and grouped weight written out as a dense one, then over its taps
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [np.broadcast_to(a, 2) for a in (stride, padding, dilation)]
    n, c, _, _ = x.shape
    o, cg, kh, kw = weight.shape
    dense = np.zeros((o, c, dh * (kh - 1) + 1, dw * (kw - 1) + 1))
    for f in range(o):
        start = f // (o // groups) * cg
        dense[f, start:start + cg, ::dh, ::dw] = weight[f]
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    h, w = (xp.shape[2] - dense.shape[2]) // sh + 1, (xp.shape[3] - dense.shape[3]) // sw + 1
    out = np.zeros((n, o, h, w))
    for u in range(0, dense.shape[2], dh):
        for v in range(0, dense.shape[3], dw):
            out += np.einsum("nchw,oc->nohw", xp[:, :, u:u + sh * (h - 1) + 1:sh, v:v + sw * (w - 1) + 1:sw], dense[:, :, u, v])
    if bias is not None:
        out += np.reshape(bias, (o, 1, 1))
    return out
