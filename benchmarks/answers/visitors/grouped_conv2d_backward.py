# %% wrong: filters are dealt out to the groups in turn (o % groups), not in blocks
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    f, cg, kh, kw = weight.shape
    oh, ow = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxp, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for o in range(f):
        g = o % groups
        chans = slice(g * cg, (g + 1) * cg)
        for u in range(kh):
            for v in range(kw):
                rows = slice(u * dilation, u * dilation + (oh - 1) * stride + 1, stride)
                cols = slice(v * dilation, v * dilation + (ow - 1) * stride + 1, stride)
                gw[o, :, u, v] = np.einsum("nij,ncij->c", grad_output[:, o], xp[:, chans, rows, cols])
                gxp[:, chans, rows, cols] += weight[o, :, u, v][None, :, None, None] * grad_output[:, o:o + 1]
    return gxp[:, :, padding:padding + h, padding:padding + w], gw, grad_output.sum(axis=(0, 2, 3))


# %% wrong: grad_weight belongs to the kernel with zeros put between its taps and has that larger size
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    F, Cg, KH, KW = weight.shape
    p, s = padding, stride
    wide = np.zeros((F, Cg, (KH - 1) * dilation + 1, (KW - 1) * dilation + 1))
    wide[:, :, ::dilation, ::dilation] = weight
    kh, kw = wide.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_xp, grad_weight = np.zeros(xp.shape), np.zeros(wide.shape)
    Fg = F // groups
    for g in range(groups):
        c, f = slice(g * Cg, g * Cg + Cg), slice(g * Fg, g * Fg + Fg)
        for i, j in np.ndindex(grad_output.shape[2:]):
            a, b = slice(i * s, i * s + kh), slice(j * s, j * s + kw)
            e = grad_output[:, f, i, j]
            grad_xp[:, c, a, b] += np.tensordot(e, wide[f], axes=1)
            grad_weight[f] += np.tensordot(e.T, xp[:, c, a, b], axes=1)
    return grad_xp[:, :, p:p + H, p:p + W], grad_weight, grad_output.sum(axis=(0, 2, 3))


# %% wrong: every filter reads the first channels, the ones of group 0
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    filters, channels, KH, KW = weight.shape
    channels = C // groups
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_xp = np.zeros(xp.shape)
    grad_weight = np.zeros(weight.shape)
    for n in range(N):
        for o in range(filters):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    top = i * stride
                    left = j * stride
                    rows = slice(top, top + (KH - 1) * dilation + 1, dilation)
                    cols = slice(left, left + (KW - 1) * dilation + 1, dilation)
                    g = grad_output[n, o, i, j]
                    grad_xp[n, 0:channels, rows, cols] += g * weight[o]
                    grad_weight[o] += g * xp[n, 0:channels, rows, cols]
    grad_bias = grad_output.sum(axis=(0, 2, 3))
    return grad_xp[:, :, padding:padding + H, padding:padding + W], grad_weight, grad_bias


# %% right: channels split into a group axis, a loop over the taps
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    images, _, height, width = x.shape
    filters, channels, rows, columns = weight.shape
    down, across = grad_output.shape[2:]
    padded = np.pad(np.asarray(x, dtype=float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    padded = padded.reshape(images, groups, channels, *padded.shape[2:])
    sent = grad_output.reshape(images, groups, filters // groups, down, across)
    kernel = weight.reshape(groups, filters // groups, channels, rows, columns)
    grad_padded, grad_kernel = np.zeros(padded.shape), np.zeros(kernel.shape)
    for u in range(rows):
        for v in range(columns):
            i = u * dilation + stride * np.arange(down)[:, None]
            j = v * dilation + stride * np.arange(across)
            grad_kernel[..., u, v] = np.einsum("ngfij,ngcij->gfc", sent, padded[..., i, j])
            grad_padded[..., i, j] += np.einsum("ngfij,gfc->ngcij", sent, kernel[..., u, v])
    grad_x = grad_padded[..., padding:padding + height, padding:padding + width].reshape(x.shape)
    return grad_x, grad_kernel.reshape(weight.shape), grad_output.sum(axis=(0, 2, 3))
