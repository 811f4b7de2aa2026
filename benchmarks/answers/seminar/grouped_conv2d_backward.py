# %% wrong: filter o is put into group o % groups instead of o // (filters // groups); shows with 2 or more groups and more than one filter a group
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n_, c_, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxp, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(grad_output.shape):
        first = (o % groups) * channels
        top, left = i * stride, j * stride
        win = (n, slice(first, first + channels),
               slice(top, top + (kh - 1) * dilation + 1, dilation),
               slice(left, left + (kw - 1) * dilation + 1, dilation))
        gxp[win] += grad_output[n, o, i, j] * weight[o]
        gw[o] += grad_output[n, o, i, j] * xp[win]
    return gxp[:, :, padding:padding + h, padding:padding + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: grad_x forgets the dilation (grad_weight has it); shows with dilation above 1
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    H, W = x.shape[2:]
    F, C, KH, KW = weight.shape
    OH, OW = grad_output.shape[2:]
    per = F // groups
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for g in range(groups):
        fs, cs = slice(g * per, (g + 1) * per), slice(g * C, (g + 1) * C)
        go = grad_output[:, fs]
        for u in range(KH):
            for v in range(KW):
                seen = padded[:, cs, u * dilation:u * dilation + OH * stride:stride,
                              v * dilation:v * dilation + OW * stride:stride]
                grad_weight[fs, :, u, v] = np.einsum("nfij,ncij->fc", go, seen)
                grad_padded[:, cs, u:u + OH * stride:stride, v:v + OW * stride:stride] += np.einsum(
                    "nfij,fc->ncij", go, weight[fs, :, u, v])
    return grad_padded[:, :, padding:padding + H, padding:padding + W], grad_weight, grad_output.sum((0, 2, 3))
# %% wrong: a group's channels begin at the group's number instead of group * channels; shows with 2 or more groups of 2 or more channels
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    height, width = x.shape[2:]
    filters, channels, rows, cols = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    back = np.zeros(x.shape)
    grad_weight = np.zeros(weight.shape)
    grad_bias = np.zeros(filters)
    for o in range(filters):
        group = o // (filters // groups)
        for n in range(len(x)):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    g = grad_output[n, o, i, j]
                    grad_bias[o] += g
                    r = slice(i * stride, i * stride + (rows - 1) * dilation + 1, dilation)
                    c = slice(j * stride, j * stride + (cols - 1) * dilation + 1, dilation)
                    back[n, group:group + channels, r, c] += g * weight[o]
                    grad_weight[o] += g * x[n, group:group + channels, r, c]
    return back[:, :, padding:padding + height, padding:padding + width], grad_weight, grad_bias
# %% wrong: grad_weight is set anew for each image (=), so only the last image counts; shows with two or more images
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n_img, _, h, w = x.shape
    f, ch, kh, kw = weight.shape
    oh, ow = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(weight.shape)
    for n in range(n_img):
        for o in range(f):
            c0 = o // (f // groups) * ch
            for u in range(kh):
                for v in range(kw):
                    a, b = u * dilation, v * dilation
                    part = np.s_[n, c0:c0 + ch, a:a + oh * stride:stride, b:b + ow * stride:stride]
                    dxp[part] += weight[o, :, u, v, None, None] * grad_output[n, o]
                    dw[o, :, u, v] = (xp[part] * grad_output[n, o]).sum(axis=(1, 2))
    return dxp[:, :, padding:padding + h, padding:padding + w], dw, grad_output.sum(axis=(0, 2, 3))
# %% right: the weight as a full kernel with zeros, for groups and dilation
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    images, total, height, width = x.shape
    filters, channels, kh, kw = weight.shape
    tall, wide = (kh - 1) * dilation + 1, (kw - 1) * dilation + 1
    belongs = np.arange(filters)[:, None] // (filters // groups) * channels + np.arange(channels)
    full = np.zeros((filters, total, tall, wide))
    for o in range(filters):
        full[o, belongs[o], ::dilation, ::dilation] = weight[o]
    margin = np.zeros((images, total, height + 2 * padding, width + 2 * padding))
    margin[:, :, padding:padding + height, padding:padding + width] = x
    sent, grad_full = np.zeros(margin.shape), np.zeros(full.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            above = grad_output[:, :, i, j]
            rows, columns = slice(i * stride, i * stride + tall), slice(j * stride, j * stride + wide)
            sent[:, :, rows, columns] += np.tensordot(above, full, 1)
            grad_full += np.tensordot(above.T, margin[:, :, rows, columns], 1)
    grad_weight = np.stack([grad_full[o, belongs[o], ::dilation, ::dilation] for o in range(filters)])
    return sent[:, :, padding:padding + height, padding:padding + width], grad_weight, grad_output.sum((0, 2, 3))
