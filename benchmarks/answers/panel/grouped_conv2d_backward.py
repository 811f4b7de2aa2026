# %% wrong: filter o is put into group o % groups in place of o // (filters // groups); shows where there are groups with more than one filter each
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    F, c, KH, KW = weight.shape
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gxp, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(*grad_output.shape):
        first = (o % groups) * c
        rows = slice(i * stride, i * stride + (KH - 1) * dilation + 1, dilation)
        cols = slice(j * stride, j * stride + (KW - 1) * dilation + 1, dilation)
        gxp[n, first:first + c, rows, cols] += grad_output[n, o, i, j] * weight[o]
        gw[o] += grad_output[n, o, i, j] * xp[n, first:first + c, rows, cols]
    return gxp[:, :, p:p + H, p:p + W], gw, grad_output.sum((0, 2, 3))
# %% wrong: grad_weight forgets the dilation (it reads neighbouring pixels), grad_x has it; shows for dilation > 1
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    h, w = x.shape[2:]
    filters, channels, kh, kw = weight.shape
    per_group = filters // groups
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for o in range(filters):
        g0 = o // per_group * channels
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                up = grad_output[:, o, i, j][:, None, None, None]
                t, l = i * stride, j * stride
                grad_padded[:, g0:g0 + channels, t:t + (kh - 1) * dilation + 1:dilation,
                            l:l + (kw - 1) * dilation + 1:dilation] += up * weight[o]
                grad_weight[o] += (up * padded[:, g0:g0 + channels, t:t + kh, l:l + kw]).sum(axis=0)
    return (grad_padded[:, :, padding:padding + h, padding:padding + w], grad_weight,
            grad_output.sum(axis=(0, 2, 3)))
# %% wrong: every filter is taken to read the first group's channels; right for groups=1 only
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    c = weight.shape[1]
    kh, kw = weight.shape[2:]
    oh, ow = grad_output.shape[2:]
    big = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gbig = np.zeros_like(big, dtype=float)
    gw = np.zeros_like(weight, dtype=float)
    for u in range(kh):
        for v in range(kw):
            r = slice(u * dilation, u * dilation + stride * oh, stride)
            s = slice(v * dilation, v * dilation + stride * ow, stride)
            gbig[:, :c, r, s] += np.einsum("nfij,fc->ncij", grad_output, weight[:, :, u, v])
            gw[:, :, u, v] = np.einsum("nfij,ncij->fc", grad_output, big[:, :c, r, s])
    gx = gbig[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]]
    return gx, gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: stride and dilation are swapped; wrong where they differ
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    F, CG, KH, KW = weight.shape
    FG = F // groups
    P = padding
    xp = np.zeros((N, C, H + 2 * P, W + 2 * P))
    xp[:, :, P:P + H, P:P + W] = x
    gx = np.zeros(xp.shape)
    gw = np.zeros(weight.shape)
    for n in range(N):
        for o in range(F):
            for c in range(CG):
                ch = o // FG * CG + c
                for i in range(grad_output.shape[2]):
                    for j in range(grad_output.shape[3]):
                        for u in range(KH):
                            for v in range(KW):
                                a = i * dilation + u * stride
                                b = j * dilation + v * stride
                                if a < xp.shape[2] and b < xp.shape[3]:
                                    gx[n, ch, a, b] += grad_output[n, o, i, j] * weight[o, c, u, v]
                                    gw[o, c, u, v] += grad_output[n, o, i, j] * xp[n, ch, a, b]
    return gx[:, :, P:P + H, P:P + W], gw, grad_output.sum(axis=(0, 2, 3))
# %% right: the group is an axis of its own, one loop over the taps
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, _, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    oh, ow = grad_output.shape[2:]
    upstream = grad_output.reshape(n, groups, filters // groups, oh, ow)
    taps = weight.reshape(groups, filters // groups, channels, kh, kw)
    padded = np.zeros((n, groups, channels, h + 2 * padding, w + 2 * padding))
    padded[..., padding:padding + h, padding:padding + w] = x.reshape(n, groups, channels, h, w)
    back, grad_taps = np.zeros(padded.shape), np.zeros(taps.shape)
    for u, v in np.ndindex(kh, kw):
        rows = np.arange(oh) * stride + u * dilation
        cols = np.arange(ow) * stride + v * dilation
        place = (..., rows[:, None], cols[None, :])
        back[place] += np.einsum("ngfij,gfc->ngcij", upstream, taps[..., u, v])
        grad_taps[..., u, v] = np.einsum("ngfij,ngcij->gfc", upstream, padded[place])
    grad_x = back[..., padding:padding + h, padding:padding + w].reshape(x.shape)
    return grad_x, grad_taps.reshape(weight.shape), grad_output.sum(axis=(0, 2, 3))
