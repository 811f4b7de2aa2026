# %% wrong: dilation is used for the rows only, the columns of the taps stand one apart; shows for dilation above 1 and a kernel wider than 1
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxp, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for image, o, i, j in np.ndindex(*grad_output.shape):
        first = o // (filters // groups) * channels
        for u in range(kh):
            for v in range(kw):
                place = (image, slice(first, first + channels), i * stride + u * dilation, j * stride + v)
                gxp[place] += grad_output[image, o, i, j] * weight[o, :, u, v]
                gw[o, :, u, v] += grad_output[image, o, i, j] * xp[place]
    return gxp[:, :, padding:padding + h, padding:padding + w], gw, grad_output.sum((0, 2, 3))
# %% wrong: the group of filter o is taken as o % groups instead of o // (C_out // groups); shows for two or more groups with two or more filters each
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    F, Cg, KH, KW = weight.shape
    H, W = x.shape[2:]
    big = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    dbig = np.zeros(big.shape)
    dw = np.zeros(weight.shape)
    for o in range(F):
        grp = o % groups
        chans = slice(grp * Cg, (grp + 1) * Cg)
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                rr = slice(i * stride, i * stride + (KH - 1) * dilation + 1, dilation)
                cc = slice(j * stride, j * stride + (KW - 1) * dilation + 1, dilation)
                g = grad_output[:, o, i, j].reshape(-1, 1, 1, 1)
                dbig[:, chans, rr, cc] += g * weight[o]
                dw[o] += (g * big[:, chans, rr, cc]).sum(axis=0)
    db = grad_output.sum(axis=(0, 2, 3))
    return dbig[:, :, padding:padding + H, padding:padding + W], dw, db
# %% wrong: grad_x of a group is set with = for each filter, so only the last filter of a group sends to x; shows when a group has more than one filter
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    filters, channels, rows, cols = weight.shape
    down, across = grad_output.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    whole = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for o in range(filters):
        group = o // (filters // groups)
        mine = slice(group * channels, group * channels + channels)
        from_this = np.zeros((len(x), channels) + padded.shape[2:])
        for u, v in np.ndindex(rows, cols):
            a, b = u * dilation, v * dilation
            down_slice = slice(a, a + stride * down, stride)
            across_slice = slice(b, b + stride * across, stride)
            g = grad_output[:, o:o + 1]
            from_this[:, :, down_slice, across_slice] += g * weight[o, :, u, v][:, None, None]
            grad_weight[o, :, u, v] = (g * padded[:, mine, down_slice, across_slice]).sum(axis=(0, 2, 3))
        whole[:, mine] = from_this
    grad_x = whole[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% wrong: two mistakes: grad_x is cut out of the padded array from 0 on instead of from padding on (shows for padding above 0), and grad_bias is a mean over rows and columns instead of a sum (shows for more than one output place)
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    O, Cg, KH, KW = weight.shape
    per_group = O // groups
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(*grad_output.shape):
        first = (o // per_group) * Cg
        y0, x0 = i * stride, j * stride
        s = (n, slice(first, first + Cg),
             slice(y0, y0 + (KH - 1) * dilation + 1, dilation),
             slice(x0, x0 + (KW - 1) * dilation + 1, dilation))
        gx[s] += weight[o] * grad_output[n, o, i, j]
        gw[o] += xp[s] * grad_output[n, o, i, j]
    gb = grad_output.mean(axis=(2, 3)).sum(axis=0)
    return gx[:, :, :H, :W], gw, gb
# %% right: groups as an axis of their own, one einsum a tap
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    down, across = grad_output.shape[2:]
    g = np.reshape(np.asarray(grad_output, float), (n, groups, filters // groups, down, across))
    k = np.reshape(np.asarray(weight, float), (groups, filters // groups, channels, kh, kw))
    padded = np.zeros((n, groups, channels, h + 2 * padding, w + 2 * padding))
    inner = np.s_[..., padding:padding + h, padding:padding + w]
    padded[inner] = np.reshape(x, (n, groups, channels, h, w))
    grad_padded, grad_k = np.zeros(padded.shape), np.zeros(k.shape)
    for u, v in np.ndindex(kh, kw):
        tap = np.s_[..., u * dilation:u * dilation + stride * (down - 1) + 1:stride,
                    v * dilation:v * dilation + stride * (across - 1) + 1:stride]
        grad_padded[tap] += np.einsum("ngfij,gfc->ngcij", g, k[..., u, v])
        grad_k[..., u, v] = np.einsum("ngfij,ngcij->gfc", g, padded[tap])
    return grad_padded[inner].reshape(x.shape), grad_k.reshape(weight.shape), g.sum((0, 3, 4)).ravel()
