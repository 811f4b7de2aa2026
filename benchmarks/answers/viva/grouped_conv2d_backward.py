# %% wrong: filter o is put into group o % groups, not o // (filters // groups), so with more than one group and more than one filter a group the filters meet wrong channels
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    F, Cg, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp, dw = np.zeros(xp.shape), np.zeros(weight.shape)
    for o in range(F):
        g = o % groups
        ch = slice(g * Cg, (g + 1) * Cg)
        for n in range(N):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    r = slice(i * stride, i * stride + (KH - 1) * dilation + 1, dilation)
                    c = slice(j * stride, j * stride + (KW - 1) * dilation + 1, dilation)
                    dxp[n, ch, r, c] += grad_output[n, o, i, j] * weight[o]
                    dw[o] += grad_output[n, o, i, j] * xp[n, ch, r, c]
    dx = dxp[:, :, padding:padding + H, padding:padding + W]
    return dx, dw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the windows begin at i * stride * dilation, not at i * stride: the dilation is multiplied into the stride (with dilation > 1 and more than one output in a direction the windows run beyond the edge: ValueError)
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    height, width = x.shape[2:]
    filters, channels, rows, columns = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2)).astype(float)
    grad_padded = np.zeros_like(padded)
    grad_weight = np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(grad_output.shape):
        start = o // (filters // groups) * channels
        top, left = i * stride * dilation, j * stride * dilation
        window = (n, slice(start, start + channels),
                  slice(top, top + (rows - 1) * dilation + 1, dilation),
                  slice(left, left + (columns - 1) * dilation + 1, dilation))
        grad_padded[window] += weight[o] * grad_output[n, o, i, j]
        grad_weight[o] += padded[window] * grad_output[n, o, i, j]
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum((0, 2, 3))
# %% wrong: the slices of the window end at top + (K - 1) * dilation, without + 1, so the last tap is missing and the shapes do not fit: ValueError always
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    f, per_group, kh, kw = weight.shape
    p, d = padding, dilation
    x_pad = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    gx, gw = np.zeros(x_pad.shape), np.zeros(weight.shape)
    size = f // groups
    for g in range(groups):
        ins, outs = slice(g * per_group, (g + 1) * per_group), slice(g * size, (g + 1) * size)
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                rs = slice(i * stride, i * stride + (kh - 1) * d, d)
                cs = slice(j * stride, j * stride + (kw - 1) * d, d)
                up = grad_output[:, outs, i, j]
                gx[:, ins, rs, cs] += np.einsum("nf,fcuv->ncuv", up, weight[outs])
                gw[outs] += np.einsum("nf,ncuv->fcuv", up, x_pad[:, ins, rs, cs])
    return gx[:, :, p:p + h, p:p + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: two mistakes: the padding is not cut off, so grad_x has the size of the padded input, and grad_bias is a mean over images, rows and columns and not a sum
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    filters, per, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_x = np.zeros(xp.shape)
    grad_w = np.zeros(weight.shape)
    down, across = grad_output.shape[2:]
    for u in range(KH):
        for v in range(KW):
            a, b = u * dilation, v * dilation
            rows = slice(a, a + stride * down, stride)
            cols = slice(b, b + stride * across, stride)
            for o in range(filters):
                first = o // (filters // groups) * per
                for c in range(per):
                    grad_x[:, first + c, rows, cols] += grad_output[:, o] * weight[o, c, u, v]
                    grad_w[o, c, u, v] += (grad_output[:, o] * xp[:, first + c, rows, cols]).sum()
    return grad_x, grad_w, grad_output.mean(axis=(0, 2, 3))
# %% right: flat positions of all reads, np.add.at back, groups as an axis of their own
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    F, per, KH, KW = weight.shape
    down, across = grad_output.shape[2:]
    rows = stride * np.arange(down)[:, None, None, None] + dilation * np.arange(KH)[:, None] - padding
    cols = stride * np.arange(across)[:, None, None] + dilation * np.arange(KW) - padding
    real = (rows >= 0) & (rows < H) & (cols >= 0) & (cols < W)
    places = np.where(real, rows * W + cols, H * W)
    flat = np.zeros((N, C, H * W + 1))
    flat[:, :, :-1] = x.reshape(N, C, -1)
    seen = flat[:, :, places].reshape(N, groups, per, *places.shape)
    up = grad_output.reshape(N, groups, F // groups, down, across)
    w = weight.reshape(groups, F // groups, per, KH, KW)
    grad_weight = np.einsum("ngfij,ngcijuv->gfcuv", up, seen, optimize=True).reshape(weight.shape)
    sent = np.einsum("ngfij,gfcuv->ngcijuv", up, w, optimize=True).reshape(N, C, -1)
    back = np.zeros((H * W + 1, N, C))
    np.add.at(back, places.ravel(), sent.transpose(2, 0, 1))
    grad_x = back[:-1].transpose(1, 2, 0).reshape(x.shape)
    return grad_x, grad_weight, np.einsum("nfij->f", grad_output)
