# %% wrong: filter o is given to group o % groups instead of o // (filters / groups), so filters meet the channels of another group; right for one group
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    O, c, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(grad_output.shape):
        g = o % groups
        rows = slice(i * stride, i * stride + (kh - 1) * dilation + 1, dilation)
        cols = slice(j * stride, j * stride + (kw - 1) * dilation + 1, dilation)
        gx[n, g * c:(g + 1) * c, rows, cols] += grad_output[n, o, i, j] * weight[o]
        gw[o] += grad_output[n, o, i, j] * xp[n, g * c:(g + 1) * c, rows, cols]
    return gx[:, :, padding:padding + H, padding:padding + W], gw, grad_output.sum((0, 2, 3))
# %% wrong: the padding is multiplied by the dilation, so with both the windows start too far up and left; right where the dilation is 1 or the padding 0
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    pad = padding * dilation
    height, width = x.shape[2:]
    filters, channels, kh, kw = weight.shape
    per_group = filters // groups
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    collected = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    down, across = grad_output.shape[2:]
    for group in range(groups):
        read = slice(group * channels, (group + 1) * channels)
        own = slice(group * per_group, (group + 1) * per_group)
        for u in range(kh):
            for v in range(kw):
                rows = slice(u * dilation, u * dilation + stride * down, stride)
                cols = slice(v * dilation, v * dilation + stride * across, stride)
                sent = grad_output[:, own]
                collected[:, read, rows, cols] += np.einsum(
                    "nohw,oc->nchw", sent, weight[own, :, u, v])
                grad_weight[own, :, u, v] = np.einsum(
                    "nohw,nchw->oc", sent, padded[:, read, rows, cols])
    return (collected[:, :, pad:pad + height, pad:pad + width], grad_weight,
            grad_output.sum(axis=(0, 2, 3)))
# %% wrong: goes through all channels of x for each filter, but with groups the weight has fewer: raises IndexError; right for one group
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    margin = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    xp = np.pad(x, margin)
    dxp, dw = np.zeros(xp.shape), np.zeros(weight.shape)
    oh, ow = grad_output.shape[2:]
    for c in range(C):
        for u in range(KH):
            for v in range(KW):
                r = slice(u * dilation, u * dilation + (oh - 1) * stride + 1, stride)
                q = slice(v * dilation, v * dilation + (ow - 1) * stride + 1, stride)
                for o in range(O):
                    dw[o, c, u, v] = (grad_output[:, o] * xp[:, c, r, q]).sum()
                    dxp[:, c, r, q] += grad_output[:, o] * weight[o, c, u, v]
    return dxp[:, :, padding:padding + H, padding:padding + W], dw, grad_output.sum((0, 2, 3))
# %% wrong: two mistakes: the dilation is used for the rows only, columns of the kernel stay side by side, and grad_bias is the mean over the images, not their sum
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    O, channels, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    whole, gw = np.zeros(padded.shape), np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(grad_output.shape):
        first = o // (O // groups) * channels
        window = (n, slice(first, first + channels),
                  slice(i * stride, i * stride + (kh - 1) * dilation + 1, dilation),
                  slice(j * stride, j * stride + kw))
        whole[window] += grad_output[n, o, i, j] * weight[o]
        gw[o] += grad_output[n, o, i, j] * padded[window]
    return (whole[:, :, padding:padding + H, padding:padding + W], gw,
            grad_output.sum(axis=(2, 3)).mean(axis=0))
# %% right: each group by itself, then concatenated
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    def one(g_out, part, kernel):
        H, W = part.shape[2:]
        kh, kw = kernel.shape[2:]
        big = np.pad(part, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        gx, gw = np.zeros(big.shape), np.zeros(kernel.shape)
        for i, j in np.ndindex(g_out.shape[2:]):
            rows = i * stride + dilation * np.arange(kh)
            cols = j * stride + dilation * np.arange(kw)
            spot = np.ix_(range(len(big)), range(big.shape[1]), rows, cols)
            gx[spot] += np.einsum("no,ocuv->ncuv", g_out[:, :, i, j], kernel)
            gw += np.einsum("no,ncuv->ocuv", g_out[:, :, i, j], big[spot])
        return gx[:, :, padding:padding + H, padding:padding + W], gw

    pieces = [one(*each) for each in zip(np.split(grad_output, groups, axis=1),
                                         np.split(x, groups, axis=1), np.split(weight, groups))]
    grad_x = np.concatenate([piece[0] for piece in pieces], axis=1)
    grad_weight = np.concatenate([piece[1] for piece in pieces])
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
