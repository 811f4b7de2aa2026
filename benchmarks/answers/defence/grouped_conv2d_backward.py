# %% wrong: the group of filter o is computed as o % groups instead of o // (filters // groups), so filters send to and read from the wrong channels (right for 1 group or for one filter in each group)
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxp = np.zeros(xp.shape)
    gw = np.zeros(weight.shape)
    for o in range(filters):
        group = o % groups
        ch = slice(group * channels, (group + 1) * channels)
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                top, left = i * stride, j * stride
                rows = slice(top, top + (kh - 1) * dilation + 1, dilation)
                cols = slice(left, left + (kw - 1) * dilation + 1, dilation)
                g = grad_output[:, o, i, j][:, None, None, None]
                gxp[:, ch, rows, cols] += g * weight[o]
                gw[o] += (g * xp[:, ch, rows, cols]).sum(axis=0)
    return gxp[:, :, padding:padding + h, padding:padding + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the gradient of x is stored with = for each group's tap instead of +=, so of all taps that meet a pixel only the last one counts (grad_weight and grad_bias are right)
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    O, D, KH, KW = weight.shape
    Ho, Wo = grad_output.shape[2:]
    pad = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_pad, grad_weight = np.zeros(pad.shape), np.zeros(weight.shape)
    share = O // groups
    for g in range(groups):
        f = slice(g * share, (g + 1) * share)
        ch = slice(g * D, (g + 1) * D)
        for u in range(KH):
            for v in range(KW):
                r = slice(u * dilation, u * dilation + (Ho - 1) * stride + 1, stride)
                c = slice(v * dilation, v * dilation + (Wo - 1) * stride + 1, stride)
                grad_pad[:, ch, r, c] = np.einsum("nohw,oc->nchw", grad_output[:, f], weight[f, :, u, v])
                grad_weight[f, :, u, v] = np.einsum("nohw,nchw->oc", grad_output[:, f], pad[:, ch, r, c])
    return grad_pad[:, :, padding:padding + H, padding:padding + W], grad_weight, grad_output.sum((0, 2, 3))
# %% wrong: the dilation is ignored: the taps are taken side by side as for dilation = 1
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    height, width = x.shape[2:]
    filters, depth, k_h, k_w = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(grad_output.shape):
        first = o // (filters // groups) * depth
        window = np.s_[n, first:first + depth, i * stride:i * stride + k_h, j * stride:j * stride + k_w]
        grad_padded[window] += grad_output[n, o, i, j] * weight[o]
        grad_weight[o] += grad_output[n, o, i, j] * padded[window]
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the margin is never cut off, so with padding grad_x has the padded size instead of that of x
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n_filters, per_group, KH, KW = weight.shape
    height, width = x.shape[2:]
    dx, dw = np.zeros(x.shape), np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            win = (slice(i * stride, i * stride + (KH - 1) * dilation + 1, dilation),
                   slice(j * stride, j * stride + (KW - 1) * dilation + 1, dilation))
            for o in range(n_filters):
                c0 = (o // (n_filters // groups)) * per_group
                g = grad_output[:, o, i, j]
                dx[(slice(None), slice(c0, c0 + per_group)) + win] += g[:, None, None, None] * weight[o]
                dw[o] += np.tensordot(g, x[(slice(None), slice(c0, c0 + per_group)) + win], axes=1)
    return dx[:, :, :height, :width], dw, grad_output.sum(axis=(0, 2, 3))
# %% right: the groups as an axis, taps by index arrays, np.add.at for the scatter
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    o, depth, kh, kw = weight.shape
    ho, wo = grad_output.shape[2:]
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    inner = np.s_[:, :, padding:padding + h, padding:padding + w]
    padded[inner] = x
    r = (stride * np.arange(ho)[:, None] + dilation * np.arange(kh))[:, None, :, None]
    q = (stride * np.arange(wo)[:, None] + dilation * np.arange(kw))[None, :, None, :]
    taps = padded[:, :, r, q].reshape(n, groups, depth, ho, wo, kh, kw)
    up = grad_output.reshape(n, groups, o // groups, ho, wo)
    filters = weight.reshape(groups, o // groups, depth, kh, kw)
    grad_weight = np.einsum("ngfhw,ngdhwuv->gfduv", up, taps).reshape(weight.shape)
    sent = np.einsum("ngfhw,gfduv->ngdhwuv", up, filters).reshape(n, c, ho, wo, kh, kw)
    grad_padded = np.zeros(padded.shape)
    np.add.at(grad_padded, (slice(None), slice(None), r, q), sent)
    return grad_padded[inner], grad_weight, up.sum(axis=(0, 3, 4)).reshape(-1)
