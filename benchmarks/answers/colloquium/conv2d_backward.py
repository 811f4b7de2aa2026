# %% wrong: the margin is cut off with [padding:-padding], which is empty for padding = 0, so grad_x has no rows and columns there
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p, s = padding, stride
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gxp, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    KH, KW = weight.shape[2:]
    for n, o, i, j in np.ndindex(grad_output.shape):
        rows, cols = slice(i * s, i * s + KH), slice(j * s, j * s + KW)
        gxp[n, :, rows, cols] += grad_output[n, o, i, j] * weight[o]
        gw[o] += grad_output[n, o, i, j] * xp[n, :, rows, cols]
    return gxp[:, :, p:-p, p:-p], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: grad_weight is divided by the number of images (a mean over the batch and not the sum); grad_x and grad_bias are right
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    batch, _, height, width = x.shape
    k_h, k_w = weight.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            top, left = i * stride, j * stride
            g = grad_output[:, :, i, j]
            grad_padded[:, :, top:top + k_h, left:left + k_w] += np.einsum("no,ocuv->ncuv", g, weight)
            grad_weight += np.einsum("no,ncuv->ocuv", g, padded[:, :, top:top + k_h, left:left + k_w])
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight / batch, grad_output.sum(axis=(0, 2, 3))
# %% wrong: grad_x scatters the kernel turned by 180 degrees, as in the gather form, though scatter needs no turning
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    xp[:, :, padding:padding + H, padding:padding + W] = x
    dxp = np.zeros_like(xp)
    dw = np.zeros(weight.shape)
    turned = weight[:, :, ::-1, ::-1]
    for n in range(N):
        for o in range(O):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    g = grad_output[n, o, i, j]
                    a, b = i * stride, j * stride
                    dxp[n, :, a:a + KH, b:b + KW] += g * turned[o]
                    dw[o] += g * xp[n, :, a:a + KH, b:b + KW]
    return dxp[:, :, padding:padding + H, padding:padding + W], dw, grad_output.sum((0, 2, 3))
# %% wrong: grad_bias is summed over rows and columns only and not over the images, so it has the shape (N, C_out)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    s, p = stride, padding
    h, w = x.shape[2:]
    oh, ow = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))).astype(float)
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            r, c = slice(u, u + (oh - 1) * s + 1, s), slice(v, v + (ow - 1) * s + 1, s)
            gw[:, :, u, v] = np.einsum("nohw,nchw->oc", grad_output, xp[:, :, r, c])
            gx[:, :, r, c] += np.einsum("nohw,oc->nchw", grad_output, weight[:, :, u, v])
    return gx[:, :, p:p + h, p:p + w], gw, grad_output.sum(axis=(2, 3))
# %% right: gather, with zeros between the gradients and the turned kernel
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    view = np.lib.stride_tricks.sliding_window_view
    n, _, h, w = x.shape
    o, _, kh, kw = weight.shape
    oh, ow = grad_output.shape[2:]
    hp, wp = h + 2 * padding, w + 2 * padding
    apart = np.zeros((n, o, hp - kh + 1, wp - kw + 1))
    apart[:, :, :(oh - 1) * stride + 1:stride, :(ow - 1) * stride + 1:stride] = grad_output
    edge = np.pad(apart, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    gx = np.einsum("nohwuv,ocuv->nchw", view(edge, (kh, kw), axis=(2, 3)), weight[..., ::-1, ::-1])
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gw = np.einsum("nohw,ncuvhw->ocuv", apart, view(xp, apart.shape[2:], axis=(2, 3)))
    return gx[:, :, padding:padding + h, padding:padding + w], gw, np.einsum("nohw->o", grad_output)
