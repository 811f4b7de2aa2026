# %% wrong: dilation is ignored: the taps are taken to stand side by side
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p = padding
    N, C, H, W = x.shape
    O, CG, KH, KW = weight.shape
    big = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))).astype(float)
    gbig, gw = np.zeros(big.shape), np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(grad_output.shape):
        c0 = o // (O // groups) * CG
        where = n, slice(c0, c0 + CG), slice(i * stride, i * stride + KH), slice(j * stride, j * stride + KW)
        gbig[where] += grad_output[n, o, i, j] * weight[o]
        gw[o] += grad_output[n, o, i, j] * big[where]
    return gbig[:, :, p:p + H, p:p + W], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: filters are dealt to the groups in turn (o % groups) instead of in blocks (o // (filters // groups)): reads and sends to the wrong group's channels
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n_images, _, height, width = x.shape
    filters, channels, k_h, k_w = weight.shape
    _, _, down, across = grad_output.shape
    padded = np.pad(np.asarray(x, float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    grad_padded = np.zeros_like(padded)
    grad_weight = np.zeros(weight.shape)
    for o in range(filters):
        first = (o % groups) * channels
        for c in range(channels):
            for u in range(k_h):
                for v in range(k_w):
                    rows = slice(u * dilation, u * dilation + (down - 1) * stride + 1, stride)
                    cols = slice(v * dilation, v * dilation + (across - 1) * stride + 1, stride)
                    grad_weight[o, c, u, v] = (grad_output[:, o] * padded[:, first + c, rows, cols]).sum()
                    grad_padded[:, first + c, rows, cols] += grad_output[:, o] * weight[o, c, u, v]
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% wrong: groups are forgotten: the window is read with all channels, so with groups > 1 a ValueError is raised (shapes (C_in, K_H, K_W) and (C_in / groups, K_H, K_W) do not broadcast)
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    h, w = x.shape[2:]
    kh, kw = weight.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(weight.shape)
    for n in range(grad_output.shape[0]):
        for o in range(grad_output.shape[1]):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    rows = slice(i * stride, i * stride + (kh - 1) * dilation + 1, dilation)
                    cols = slice(j * stride, j * stride + (kw - 1) * dilation + 1, dilation)
                    g = grad_output[n, o, i, j]
                    dxp[n, :, rows, cols] += g * weight[o]
                    dw[o] += g * xp[n, :, rows, cols]
    return dxp[:, :, padding:padding + h, padding:padding + w], dw, grad_output.sum((0, 2, 3))
# %% wrong: two mistakes: the window begins at i * stride * dilation instead of i * stride (the step between windows is multiplied by the dilation too; the end is cut where it runs out), and grad_bias is a mean over images and places instead of the sum
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p, d = padding, dilation
    N, C, H, W = x.shape
    O, CG, KH, KW = weight.shape
    OH, OW = grad_output.shape[2:]
    extra = max(OH, OW) * stride * d + max(KH, KW) * d
    big = np.pad(x, ((0, 0), (0, 0), (p, p + extra), (p, p + extra))).astype(float)
    gbig, gw = np.zeros(big.shape), np.zeros(weight.shape)
    per = O // groups
    for g in range(groups):
        ch, fi = slice(g * CG, (g + 1) * CG), slice(g * per, (g + 1) * per)
        for u in range(KH):
            for v in range(KW):
                r = slice(u * d, u * d + OH * stride * d, stride * d)
                c = slice(v * d, v * d + OW * stride * d, stride * d)
                gw[fi, :, u, v] = np.einsum("noij,ncij->oc", grad_output[:, fi], big[:, ch, r, c])
                gbig[:, ch, r, c] += np.einsum("noij,oc->ncij", grad_output[:, fi], weight[fi, :, u, v])
    return gbig[:, :, p:p + H, p:p + W], gw, grad_output.mean(axis=(0, 2, 3))
# %% right: tap by tap and group by group, with einsum
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p, d = padding, dilation
    N, C, H, W = x.shape
    O, CG, KH, KW = weight.shape
    OH, OW = grad_output.shape[2:]
    big = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))).astype(float)
    gbig, gw = np.zeros(big.shape), np.zeros(weight.shape)
    per = O // groups
    for g in range(groups):
        ch, fi = slice(g * CG, (g + 1) * CG), slice(g * per, (g + 1) * per)
        for u in range(KH):
            for v in range(KW):
                r = slice(u * d, u * d + (OH - 1) * stride + 1, stride)
                c = slice(v * d, v * d + (OW - 1) * stride + 1, stride)
                gw[fi, :, u, v] = np.einsum("noij,ncij->oc", grad_output[:, fi], big[:, ch, r, c])
                gbig[:, ch, r, c] += np.einsum("noij,oc->ncij", grad_output[:, fi], weight[fi, :, u, v])
    return gbig[:, :, p:p + H, p:p + W], gw, grad_output.sum(axis=(0, 2, 3))
