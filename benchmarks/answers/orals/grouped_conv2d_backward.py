# %% wrong: filter o is put into group o % groups (dealt out in turn) instead of o // (filters // groups)
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    h, w = x.shape[2:]
    filters, channels, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(*grad_output.shape):
        first = (o % groups) * channels
        window = np.s_[n, first : first + channels,
                       i * stride : i * stride + (kh - 1) * dilation + 1 : dilation,
                       j * stride : j * stride + (kw - 1) * dilation + 1 : dilation]
        gx[window] += grad_output[n, o, i, j] * weight[o]
        gw[o] += grad_output[n, o, i, j] * xp[window]
    return gx[:, :, padding : padding + h, padding : padding + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the dilation is forgotten in grad_weight, which meets pixels side by side; grad_x is right
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    F, Cg, KH, KW = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    per_group = F // groups
    for o in range(F):
        c0 = (o // per_group) * Cg
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                r, c = i * stride, j * stride
                for n in range(N):
                    g = grad_output[n, o, i, j]
                    rows = slice(r, r + (KH - 1) * dilation + 1, dilation)
                    columns = slice(c, c + (KW - 1) * dilation + 1, dilation)
                    grad_padded[n, c0 : c0 + Cg, rows, columns] += g * weight[o]
                    grad_weight[o] += g * padded[n, c0 : c0 + Cg, r : r + KH, c : c + KW]
    grad_x = grad_padded[:, :, padding : padding + H, padding : padding + W]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% wrong: a group's first input channel is computed with the number of filters of a group instead of its number of channels (weight.shape[1]); wrong channels or a ValueError where the two differ
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    size = weight.shape[0] // groups
    k_h, k_w = weight.shape[2:]
    height, width = x.shape[2], x.shape[3]
    p, d, s = padding, dilation, stride
    big = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_big = np.zeros(big.shape)
    grad_weight = np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(*grad_output.shape):
        start = (o // size) * size
        part = (n, slice(start, start + weight.shape[1]),
                slice(i * s, i * s + (k_h - 1) * d + 1, d), slice(j * s, j * s + (k_w - 1) * d + 1, d))
        grad_big[part] += weight[o] * grad_output[n, o, i, j]
        grad_weight[o] += big[part] * grad_output[n, o, i, j]
    return grad_big[:, :, p : p + height, p : p + width], grad_weight, grad_output.sum((0, 2, 3))
# %% wrong: stride and dilation are exchanged: output i meets tap u at i * dilation + u * stride instead of i * stride + u * dilation; wrong numbers, or an IndexError, where the two differ
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n_images, _, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gx = np.zeros(padded.shape)
    gw = np.zeros(weight.shape)
    gb = np.zeros(filters)
    for o in range(filters):
        first = o // (filters // groups) * channels
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                g = grad_output[:, o, i, j]
                gb[o] += g.sum()
                for u in range(kh):
                    for v in range(kw):
                        r, c = i * dilation + u * stride, j * dilation + v * stride
                        gx[:, first : first + channels, r, c] += g[:, None] * weight[o, :, u, v]
                        gw[o, :, u, v] += g @ padded[:, first : first + channels, r, c]
    return gx[:, :, padding : padding + h, padding : padding + w], gw, gb
# %% right: taps with einsum, the groups as an axis of their own
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c_in, h, w = x.shape
    c_out, c_group, kh, kw = weight.shape
    down, across = grad_output.shape[2:]
    pads = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    padded = np.pad(np.asarray(x, float), pads)
    padded = padded.reshape(n, groups, c_group, *padded.shape[2:])
    upstream = grad_output.reshape(n, groups, c_out // groups, down, across)
    kernel = weight.reshape(groups, c_out // groups, c_group, kh, kw)
    grad_padded, grad_kernel = np.zeros(padded.shape), np.zeros(kernel.shape)
    for u, v in np.ndindex(kh, kw):
        top, left = u * dilation, v * dilation
        met = np.s_[..., top : top + stride * (down - 1) + 1 : stride, left : left + stride * (across - 1) + 1 : stride]
        grad_padded[met] += np.einsum("ngoij,goc->ngcij", upstream, kernel[..., u, v])
        grad_kernel[..., u, v] = np.einsum("ngoij,ngcij->goc", upstream, padded[met])
    grad_x = grad_padded.reshape(n, c_in, h + 2 * padding, w + 2 * padding)
    grad_x = grad_x[:, :, padding : padding + h, padding : padding + w]
    return grad_x, grad_kernel.reshape(weight.shape), grad_output.sum(axis=(0, 2, 3))
