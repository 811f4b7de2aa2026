# %% wrong: the dilation is forgotten on the way back, windows are compact
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    f, d, kh, kw = weight.shape
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    per = f // groups
    for n, o, i, j in np.ndindex(*grad_output.shape):
        g = grad_output[n, o, i, j]
        at = np.s_[n, o // per * d:o // per * d + d, i * stride:i * stride + kh, j * stride:j * stride + kw]
        gx[at] += g * weight[o]
        gw[o] += g * xp[at]
    return gx[:, :, p:p + x.shape[2], p:p + x.shape[3]], gw, grad_output.sum((0, 2, 3))
# %% wrong: filter o is put into group o % groups
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    f, d, kh, kw = weight.shape
    h, w = x.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dx, dw = np.zeros(xp.shape), np.zeros(weight.shape)
    oh, ow = grad_output.shape[2:]
    for o in range(f):
        c0 = (o % groups) * d
        for u in range(kh):
            for v in range(kw):
                rows = slice(u * dilation, u * dilation + stride * (oh - 1) + 1, stride)
                cols = slice(v * dilation, v * dilation + stride * (ow - 1) + 1, stride)
                g = grad_output[:, o]
                dw[o, :, u, v] = np.einsum("nhw,nchw->c", g, xp[:, c0:c0 + d, rows, cols])
                dx[:, c0:c0 + d, rows, cols] += g[:, None] * weight[o, :, u, v].reshape(1, d, 1, 1)
    return dx[:, :, padding:padding + h, padding:padding + w], dw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: all groups send their gradient to the first channels of x
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    f, d, kh, kw = weight.shape
    per = f // groups
    h, w = x.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    oh, ow = grad_output.shape[2:]
    for g in range(groups):
        mine = grad_output[:, g * per:(g + 1) * per]
        part = xp[:, g * d:(g + 1) * d]
        for u, v in np.ndindex(kh, kw):
            r = slice(u * dilation, u * dilation + stride * (oh - 1) + 1, stride)
            c = slice(v * dilation, v * dilation + stride * (ow - 1) + 1, stride)
            gw[g * per:(g + 1) * per, :, u, v] = np.einsum("nfhw,nchw->fc", mine, part[:, :, r, c])
            gx[:, :d, r, c] += np.einsum("nfhw,fc->nchw", mine, weight[g * per:(g + 1) * per, :, u, v])
    return gx[:, :, padding:padding + h, padding:padding + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% right: group by group, tap by tap
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    kh, kw = weight.shape[2:]
    p, (h, w), (oh, ow) = padding, x.shape[2:], grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    all_x, all_w = [], []
    for g, part, filt in zip(np.split(grad_output, groups, axis=1), np.split(xp, groups, axis=1), np.split(weight, groups)):
        gx, gw = np.zeros(part.shape), np.zeros(filt.shape)
        for u, v in np.ndindex(kh, kw):
            at = np.s_[:, :, u * dilation:u * dilation + stride * (oh - 1) + 1:stride,
                       v * dilation:v * dilation + stride * (ow - 1) + 1:stride]
            gw[:, :, u, v] = np.tensordot(g, part[at], ([0, 2, 3], [0, 2, 3]))
            gx[at] += np.tensordot(g, filt[:, :, u, v], ([1], [0])).transpose(0, 3, 1, 2)
        all_x.append(gx)
        all_w.append(gw)
    return (np.concatenate(all_x, axis=1)[:, :, p:p + h, p:p + w], np.concatenate(all_w),
            grad_output.sum(axis=(0, 2, 3)))
