# %% wrong: ignores the groups when reading x: filter o always reads the first channels of x (right for groups = 1)
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    O, Cg, KH, KW = weight.shape
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx = np.zeros(xp.shape)
    gw = np.zeros(weight.shape)
    for o in range(O):
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                r = slice(i * stride, i * stride + (KH - 1) * dilation + 1, dilation)
                s = slice(j * stride, j * stride + (KW - 1) * dilation + 1, dilation)
                g = grad_output[:, o, i, j][:, None, None, None]
                gx[:, :Cg, r, s] += g * weight[o]
                gw[o] += (g * xp[:, :Cg, r, s]).sum(axis=0)
    return gx[:, :, p:p + H, p:p + W], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: group of a filter is o % groups instead of o // (filters per group): filters are dealt out in turn
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    H, W = x.shape[2:]
    O, Cg, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gx = np.zeros(xp.shape)
    gw = np.zeros(weight.shape)
    for o in range(O):
        first = (o % groups) * Cg
        for i, j in np.ndindex(grad_output.shape[2:]):
            r = slice(i * stride, i * stride + (KH - 1) * dilation + 1, dilation)
            s = slice(j * stride, j * stride + (KW - 1) * dilation + 1, dilation)
            for n in range(len(x)):
                g = grad_output[n, o, i, j]
                gx[n, first:first + Cg, r, s] += g * weight[o]
                gw[o] += g * xp[n, first:first + Cg, r, s]
    return gx[:, :, padding:padding + H, padding:padding + W], gw, grad_output.sum((0, 2, 3))
# %% wrong: forgets the dilation; windows are read without holes (right for dilation 1)
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    o, cg, kh, kw = weight.shape
    og = o // groups
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for g in range(groups):
        ch, fi = slice(g * cg, (g + 1) * cg), slice(g * og, (g + 1) * og)
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                a, b = i * stride, j * stride
                go = grad_output[:, fi, i, j]
                gx[:, ch, a:a + kh, b:b + kw] += np.einsum("no,ocuv->ncuv", go, weight[fi])
                gw[fi] += np.einsum("no,ncuv->ocuv", go, xp[:, ch, a:a + kh, b:b + kw])
    return gx[:, :, padding:padding + h, padding:padding + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: multiplies the start of the window by the dilation too (i * stride * dilation); right for dilation 1
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    h, w = x.shape[2:]
    o, cg, kh, kw = weight.shape
    og = o // groups
    ho, wo = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for f in range(o):
        base = f // og * cg
        for c in range(cg):
            for u in range(kh):
                for v in range(kw):
                    for i in range(ho):
                        for j in range(wo):
                            r, s = (i * stride + u) * dilation, (j * stride + v) * dilation
                            g = grad_output[:, f, i, j]
                            gw[f, c, u, v] += g @ xp[:, base + c, r, s]
                            gx[:, base + c, r, s] += g * weight[f, c, u, v]
    return gx[:, :, padding:padding + h, padding:padding + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: for groups > 1 grad_x has only the channels of one group: the parts are added up instead of put side by side
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    o, cg, kh, kw = weight.shape
    og = o // groups
    p, s, d = padding, stride, dilation
    ho, wo = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx = np.zeros((n, cg) + xp.shape[2:])
    gw = np.zeros(weight.shape)
    for g in range(groups):
        go, wg, xg = grad_output[:, g * og:(g + 1) * og], weight[g * og:(g + 1) * og], xp[:, g * cg:(g + 1) * cg]
        for u in range(kh):
            for v in range(kw):
                rows, cols = slice(u * d, u * d + s * (ho - 1) + 1, s), slice(v * d, v * d + s * (wo - 1) + 1, s)
                gx[:, :, rows, cols] += np.einsum("noij,oc->ncij", go, wg[:, :, u, v])
                gw[g * og:(g + 1) * og, :, u, v] = np.einsum("noij,ncij->oc", go, xg[:, :, rows, cols])
    return gx[:, :, p:p + h, p:p + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the bias gradient counts the windows of one image only: sum over (2, 3), then mean over the batch
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    o, cg, kh, kw = weight.shape
    og = o // groups
    p, s, d = padding, stride, dilation
    ho, wo = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for g in range(groups):
        fs, cs = slice(g * og, (g + 1) * og), slice(g * cg, (g + 1) * cg)
        for u in range(kh):
            for v in range(kw):
                rows, cols = slice(u * d, u * d + s * (ho - 1) + 1, s), slice(v * d, v * d + s * (wo - 1) + 1, s)
                gx[:, cs, rows, cols] += np.einsum("noij,oc->ncij", grad_output[:, fs], weight[fs, :, u, v])
                gw[fs, :, u, v] += np.einsum("noij,ncij->oc", grad_output[:, fs], xp[:, cs, rows, cols])
    return gx[:, :, p:p + h, p:p + w], gw, grad_output.sum(axis=(2, 3)).mean(axis=0)
# %% wrong: pads nothing and cuts nothing: padding is an unused argument (windows at the border are cut short, shapes crash); right for padding 0
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    grad_x = np.zeros(x.shape)
    grad_weight = np.zeros(weight.shape)
    filters, channels, kh, kw = weight.shape
    for o in range(filters):
        group = o // (filters // groups)
        first = group * channels
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                rows = slice(i * stride, i * stride + (kh - 1) * dilation + 1, dilation)
                cols = slice(j * stride, j * stride + (kw - 1) * dilation + 1, dilation)
                g = grad_output[:, o, i, j, None, None, None]
                grad_x[:, first:first + channels, rows, cols] += g * weight[o]
                grad_weight[o] += (g * x[:, first:first + channels, rows, cols]).sum(axis=0)
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% right: makes the dense weight of groups=1 with zeros and cuts the gradient out of it again
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = (np.broadcast_to(v, 2) for v in (stride, padding, dilation))
    n, c, h, w = x.shape
    o, cg, kh, kw = weight.shape
    full = np.zeros((o, c, kh, kw))
    owner = np.arange(o) // (o // groups)
    for f in range(o):
        full[f, owner[f] * cg:(owner[f] + 1) * cg] = weight[f]
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    gx, gfull = np.zeros(xp.shape), np.zeros(full.shape)
    ho, wo = grad_output.shape[2:]
    for u in range(kh):
        for v in range(kw):
            at = np.s_[:, :, u * dh:u * dh + sh * (ho - 1) + 1:sh, v * dw:v * dw + sw * (wo - 1) + 1:sw]
            gfull[:, :, u, v] = np.einsum("noij,ncij->oc", grad_output, xp[at])
            gx[at] += np.einsum("noij,oc->ncij", grad_output, full[:, :, u, v])
    gw = np.stack([gfull[f, owner[f] * cg:(owner[f] + 1) * cg] for f in range(o)])
    return gx[:, :, ph:ph + h, pw:pw + w], gw, grad_output.sum(axis=(0, 2, 3))
