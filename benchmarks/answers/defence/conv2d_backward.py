# %% wrong: the margin of grad_x is cut off with padding:-padding, so for padding = 0 grad_x is empty
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gxp = np.zeros(xp.shape)
    gw = np.zeros(weight.shape)
    KH, KW = weight.shape[2:]
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            rows = slice(i * stride, i * stride + KH)
            cols = slice(j * stride, j * stride + KW)
            g = grad_output[:, :, i, j]
            gxp[:, :, rows, cols] += np.einsum("no,ocuv->ncuv", g, weight)
            gw += np.einsum("no,ncuv->ocuv", g, xp[:, :, rows, cols])
    return gxp[:, :, p:-p, p:-p], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: grad_weight is taken from the unpadded x (x in place of the padded array), so with padding the windows are shifted and cut off at the edge: a ValueError, or wrong values; without padding all is right
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c_in, height, width = x.shape
    c_out, _, k_h, k_w = weight.shape
    grad_padded = np.zeros((n, c_in, height + 2 * padding, width + 2 * padding))
    grad_weight = np.zeros_like(weight, dtype=float)
    for b in range(n):
        for o in range(c_out):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    top, left = i * stride, j * stride
                    g = grad_output[b, o, i, j]
                    grad_padded[b, :, top:top + k_h, left:left + k_w] += g * weight[o]
                    grad_weight[o] += g * x[b, :, top:top + k_h, left:left + k_w]
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    grad_bias = grad_output.sum(axis=(0, 2, 3))
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_bias is the mean over the images instead of the sum: divided by N (grad_x and grad_weight are right)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    _, _, Ho, Wo = grad_output.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(weight.shape)
    for u in range(KH):
        for v in range(KW):
            sl = (slice(None), slice(None), slice(u, u + (Ho - 1) * stride + 1, stride),
                  slice(v, v + (Wo - 1) * stride + 1, stride))
            dxp[sl] += np.einsum("nohw,oc->nchw", grad_output, weight[:, :, u, v])
            dw[:, :, u, v] = np.einsum("nohw,nchw->oc", grad_output, xp[sl])
    db = grad_output.sum(axis=(2, 3)).mean(axis=0)
    return dxp[:, :, padding:padding + H, padding:padding + W], dw, db
# %% wrong: in the gather form of grad_x the kernel is not turned by 180 degrees (grad_weight and grad_bias are right)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    view = np.lib.stride_tricks.sliding_window_view
    n, c, h, w = x.shape
    o, _, kh, kw = weight.shape
    ho, wo = grad_output.shape[2:]
    spread = np.zeros((n, o, h + 2 * padding - kh + 1, w + 2 * padding - kw + 1))
    spread[:, :, ::stride, ::stride] = grad_output
    around = np.pad(spread, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    gathered = np.einsum("nohwij,ocij->nchw", view(around, (kh, kw), axis=(2, 3)), weight)
    grad_x = gathered[:, :, padding:padding + h, padding:padding + w]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    grad_weight = np.einsum("nohw,nchwij->ocij", grad_output, windows)
    return grad_x, grad_weight, grad_output.sum((0, 2, 3))
# %% right: im2col with flat indices, and np.add.at to scatter back
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    o, _, kh, kw = weight.shape
    ho, wo = grad_output.shape[2:]
    rows = stride * np.arange(ho)[:, None, None, None] + np.arange(kh)[:, None]
    cols = stride * np.arange(wo)[:, None, None] + np.arange(kw)
    hp, wp = h + 2 * padding, w + 2 * padding
    flat = np.broadcast_to(rows * wp + cols, (ho, wo, kh, kw))
    padded = np.zeros((n, c, hp, wp))
    padded[:, :, padding:padding + h, padding:padding + w] = x
    columns = padded.reshape(n, c, -1)[:, :, flat]
    grad_weight = np.tensordot(grad_output, columns, axes=([0, 2, 3], [0, 2, 3]))
    grad_columns = np.moveaxis(np.tensordot(grad_output, weight, axes=(1, 0)), 3, 1)
    back = np.zeros((n, c, hp * wp))
    np.add.at(back, (slice(None), slice(None), flat), grad_columns)
    grad_x = back.reshape(padded.shape)[:, :, padding:padding + h, padding:padding + w]
    return grad_x, grad_weight, np.einsum("nohw->o", grad_output)
