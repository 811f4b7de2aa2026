# %% wrong: the margin is cut off with padding:-padding, so grad_x is empty when padding is 0
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(weight.shape)
    N, F, OH, OW = grad_output.shape
    KH, KW = weight.shape[2:]
    for n in range(N):
        for f in range(F):
            for i in range(OH):
                for j in range(OW):
                    a, b = i * stride, j * stride
                    g = grad_output[n, f, i, j]
                    dxp[n, :, a:a + KH, b:b + KW] += g * weight[f]
                    dw[f] += g * xp[n, :, a:a + KH, b:b + KW]
    db = grad_output.sum(axis=(0, 2, 3))
    return dxp[:, :, padding:-padding, padding:-padding], dw, db
# %% wrong: grad_bias is set anew for each image, so only the last image counts; shows with two or more images
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n_images, _, height, width = x.shape
    kh, kw = weight.shape[2:]
    rows, cols = grad_output.shape[2:]
    x_pad = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_pad = np.zeros(x_pad.shape)
    grad_weight = np.zeros(weight.shape)
    for n in range(n_images):
        grad_bias = grad_output[n].sum(axis=(1, 2))
        for i in range(rows):
            for j in range(cols):
                win = (n, slice(None), slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw))
                g = grad_output[n, :, i, j]
                grad_pad[win] += np.tensordot(g, weight, 1)
                grad_weight += g[:, None, None, None] * x_pad[win]
    grad_x = grad_pad[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_bias
# %% wrong: the stride is used down but not across; shows with a stride above 1 and more than one column of outputs
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    h, w = x.shape[2], x.shape[3]
    padded = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    big = np.zeros(padded.shape)
    gw = np.zeros(weight.shape)
    kh, kw = weight.shape[2], weight.shape[3]
    for n, o, i, j in np.ndindex(grad_output.shape):
        r = i * stride
        piece = np.s_[n, :, r:r + kh, j:j + kw]
        big[piece] += grad_output[n, o, i, j] * weight[o]
        gw[o] += grad_output[n, o, i, j] * padded[piece]
    return (big[:, :, padding:padding + h, padding:padding + w], gw,
            grad_output.sum((0, 2, 3)))
# %% wrong: two mistakes: the kernel is turned by 180 degrees in grad_x, and grad_bias is the mean over the images instead of the sum
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    H, W = x.shape[2:]
    kh, kw = weight.shape[2:]
    oh, ow = grad_output.shape[2:]
    xpad = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxpad = np.zeros(xpad.shape)
    gweight = np.zeros(weight.shape)
    # backward needs the flipped kernel
    turned = weight[:, :, ::-1, ::-1]
    for u in range(kh):
        for v in range(kw):
            rr = slice(u, u + stride * oh, stride)
            cc = slice(v, v + stride * ow, stride)
            gxpad[:, :, rr, cc] += np.einsum("nohw,oc->nchw", grad_output, turned[:, :, u, v])
            gweight[:, :, u, v] = np.einsum("nohw,nchw->oc", grad_output, xpad[:, :, rr, cc])
    gbias = grad_output.sum(axis=(2, 3)).mean(axis=0)
    return gxpad[:, :, padding:padding + H, padding:padding + W], gweight, gbias
# %% right: gather with zeros between the gradients and the turned kernel
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    view = np.lib.stride_tricks.sliding_window_view
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    down, across = grad_output.shape[2:]
    # as if the stride were 1: as many places as a stride of 1 would have
    apart = np.zeros((n, f, h + 2 * padding - kh + 1, w + 2 * padding - kw + 1))
    apart[:, :, :down * stride:stride, :across * stride:stride] = grad_output
    frame = np.pad(apart, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    whole = np.einsum("nfijuv,fcuv->ncij", view(frame, (kh, kw), axis=(2, 3)), weight[..., ::-1, ::-1])
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_weight = np.einsum("ncuvij,nfij->fcuv", view(xp, apart.shape[2:], axis=(2, 3)), apart)
    return whole[:, :, padding:padding + h, padding:padding + w], grad_weight, apart.sum(axis=(0, 2, 3))
