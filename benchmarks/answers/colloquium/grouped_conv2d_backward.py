# %% wrong: the group of filter o is o % groups and not o // (C_out // groups), so filters are dealt to the groups in turn
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p, s, d = padding, stride, dilation
    h, w = x.shape[2:]
    depth, kh, kw = weight.shape[1:]
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gxp, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(grad_output.shape):
        g = o % groups
        spot = (n, slice(g * depth, (g + 1) * depth), slice(i * s, i * s + (kh - 1) * d + 1, d),
                slice(j * s, j * s + (kw - 1) * d + 1, d))
        gxp[spot] += grad_output[n, o, i, j] * weight[o]
        gw[o] += grad_output[n, o, i, j] * xp[spot]
    return gxp[:, :, p:p + h, p:p + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the slice of the window ends at top + (K - 1) * dilation (the + 1 is missing), so the last tap is lost and the shapes do not fit: ValueError, also for dilation 1
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n_images, _, height, width = x.shape
    filters, channels, k_h, k_w = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for n in range(n_images):
        for o in range(filters):
            group = o // (filters // groups)
            part = slice(group * channels, (group + 1) * channels)
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    top, left = i * stride, j * stride
                    rows = slice(top, top + (k_h - 1) * dilation, dilation)
                    columns = slice(left, left + (k_w - 1) * dilation, dilation)
                    g = grad_output[n, o, i, j]
                    grad_padded[n, part, rows, columns] += g * weight[o]
                    grad_weight[o] += g * padded[n, part, rows, columns]
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the margin is not cut off: grad_x has the padded size H + 2 * padding by W + 2 * padding
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    O, C, KH, KW = weight.shape
    OH, OW = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dx, dw = np.zeros(xp.shape), np.zeros(weight.shape)
    share = O // groups
    for g in range(groups):
        cs, os_ = slice(g * C, (g + 1) * C), slice(g * share, (g + 1) * share)
        for u in range(KH):
            for v in range(KW):
                r = slice(u * dilation, u * dilation + (OH - 1) * stride + 1, stride)
                c = slice(v * dilation, v * dilation + (OW - 1) * stride + 1, stride)
                dx[:, cs, r, c] += np.einsum("nohw,oc->nchw", grad_output[:, os_], weight[os_, :, u, v])
                dw[os_, :, u, v] = np.einsum("nohw,nchw->oc", grad_output[:, os_], xp[:, cs, r, c])
    return dx, dw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: two mistakes: grad_weight ignores the dilation (it reads neighbouring pixels of the padded input), and grad_bias is the mean and not the sum over images, rows and columns
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    H, W = x.shape[2:]
    F, C, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    gx = np.zeros(xp.shape)
    gw = np.zeros(weight.shape)
    per = F // groups
    for (n, o, i, j), g in np.ndenumerate(grad_output):
        a, b = i * stride, j * stride
        first = (o // per) * C
        gx[n, first:first + C, a:a + (KH - 1) * dilation + 1:dilation,
           b:b + (KW - 1) * dilation + 1:dilation] += g * weight[o]
        gw[o] += g * xp[n, first:first + C, a:a + KH, b:b + KW]
    return gx[:, :, padding:padding + H, padding:padding + W], gw, grad_output.mean(axis=(0, 2, 3))
# %% right: blow the weight up to a dense, dilated one, do an ordinary backward, pick the parts
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    o, d, kh, kw = weight.shape
    n, c, h, w = x.shape
    big = np.zeros((o, c, (kh - 1) * dilation + 1, (kw - 1) * dilation + 1))
    group = np.arange(o) // (o // groups)
    channel = group[:, None] * d + np.arange(d)
    filt = np.arange(o)[:, None]
    big[filt, channel, ::dilation, ::dilation] = weight
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxp, gbig = np.zeros(xp.shape), np.zeros(big.shape)
    for i, j in np.ndindex(grad_output.shape[2:]):
        box = (slice(None), slice(None), slice(i * stride, i * stride + big.shape[2]),
               slice(j * stride, j * stride + big.shape[3]))
        g = grad_output[:, :, i, j]
        gxp[box] += np.tensordot(g, big, 1)
        gbig += np.tensordot(g.T, xp[box], 1)
    grad_weight = gbig[filt, channel, ::dilation, ::dilation]
    return gxp[:, :, padding:padding + h, padding:padding + w], grad_weight, np.einsum("nohw->o", grad_output)
