# %% wrong: does not cut the padding off, grad_x has the shape of the padded image (right for padding 0)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C_out, H_out, W_out = grad_output.shape
    KH, KW = weight.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_x = np.zeros(xp.shape)
    grad_weight = np.zeros(weight.shape)
    for i in range(H_out):
        for j in range(W_out):
            a, b = i * stride, j * stride
            g = grad_output[:, :, i, j]
            grad_x[:, :, a:a + KH, b:b + KW] += np.einsum("no,ocuv->ncuv", g, weight)
            grad_weight += np.einsum("no,ncuv->ocuv", g, xp[:, :, a:a + KH, b:b + KW])
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% wrong: cuts the padding with [padding:-padding], which is empty when padding is 0
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx = np.zeros(xp.shape)
    gw = np.zeros(weight.shape)
    kh, kw = weight.shape[2:]
    for u in range(kh):
        for v in range(kw):
            rows = slice(u, u + stride * (grad_output.shape[2] - 1) + 1, stride)
            cols = slice(v, v + stride * (grad_output.shape[3] - 1) + 1, stride)
            gw[:, :, u, v] = np.einsum("noij,ncij->oc", grad_output, xp[:, :, rows, cols])
            gx[:, :, rows, cols] += np.einsum("noij,oc->ncij", grad_output, weight[:, :, u, v])
    return gx[:, :, p:-p, p:-p], gw, grad_output.sum((0, 2, 3))
# %% wrong: the bias gradient is summed over the places only, shape (N, C_out) instead of (C_out,)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    o, _, kh, kw = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gx = np.zeros(xp.shape)
    gw = np.zeros(weight.shape)
    for b in range(n):
        for f in range(o):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    g = grad_output[b, f, i, j]
                    r, s = i * stride, j * stride
                    gx[b, :, r:r + kh, s:s + kw] += g * weight[f]
                    gw[f] += g * xp[b, :, r:r + kh, s:s + kw]
    gb = grad_output.sum(axis=(2, 3))
    return gx[:, :, padding:padding + h, padding:padding + w], gw, gb
# %% wrong: the gather with the turned kernel forgets to turn it (right only for kernels that are the same after half a turn); stride and padding are fine
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    o, _, kh, kw = weight.shape
    ho, wo = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    spread = np.zeros((n, o, xp.shape[2] + kh - 1, xp.shape[3] + kw - 1))
    spread[:, :, kh - 1:kh - 1 + stride * ho:stride, kw - 1:kw - 1 + stride * wo:stride] = grad_output
    view = np.lib.stride_tricks.sliding_window_view(spread, (kh, kw), axis=(2, 3))
    gx = np.einsum("noijuv,ocuv->ncij", view, weight)[:, :, padding:padding + h, padding:padding + w]
    win = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    gw = np.einsum("noij,ncijuv->ocuv", grad_output, win)
    return gx, gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the weight gradient is divided by the batch size ("mean over the batch"), though the gradient that comes in has that already; right for N = 1
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    _, _, OH, OW = grad_output.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2)).astype(float)
    dx = np.zeros_like(x_pad)
    dw = np.zeros((O, C, KH, KW))
    for i in range(OH):
        for j in range(OW):
            win = x_pad[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            g = grad_output[:, :, i, j]
            dw += np.tensordot(g.T, win, axes=1)
            dx[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW] += np.tensordot(g, weight, axes=1)
    return dx[:, :, padding:H + padding, padding:W + padding], dw / N, grad_output.sum((0, 2, 3))
# %% wrong: the weight gradient reads the unpadded x; with padding the windows at the right and the bottom are cut short and the shapes do not fit (crash); right for padding 0
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    KH, KW = weight.shape[2:]
    grad_x = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    grad_weight = np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            g = grad_output[:, :, i, j]
            top, left = i * stride, j * stride
            grad_x[:, :, top:top + KH, left:left + KW] += np.einsum("no,ocuv->ncuv", g, weight)
            grad_weight += np.einsum("no,ncuv->ocuv", g, x[:, :, top:top + KH, left:left + KW])
    return grad_x[:, :, padding:padding + H, padding:padding + W], grad_weight, np.einsum("noij->o", grad_output)
# %% wrong: the weight gradient of a batch keeps only the last image (= in the loop over images instead of +=); right for N = 1
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = weight.shape[2:]
    p = padding
    grad_x = np.zeros((n, c, h, w))
    grad_weight = np.zeros(weight.shape)
    for image in range(n):
        xp = np.pad(x[image], ((0, 0), (p, p), (p, p)))
        gp = np.zeros(xp.shape)
        gw = np.zeros(weight.shape)
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                rows, cols = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
                for o in range(len(weight)):
                    gp[:, rows, cols] += grad_output[image, o, i, j] * weight[o]
                    gw[o] += grad_output[image, o, i, j] * xp[:, rows, cols]
        grad_x[image] = gp[:, p:p + h, p:p + w]
        grad_weight = gw
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% right: over the taps, with one strided slice of the padded image each
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    (sh, sw), (ph, pw) = np.broadcast_to(stride, 2), np.broadcast_to(padding, 2)
    _, _, h, w = x.shape
    _, _, ho, wo = grad_output.shape
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    for u, v in np.ndindex(weight.shape[2:]):
        place = np.s_[:, :, u:u + sh * (ho - 1) + 1:sh, v:v + sw * (wo - 1) + 1:sw]
        gw[:, :, u, v] = np.tensordot(grad_output, xp[place], axes=((0, 2, 3), (0, 2, 3)))
        gx[place] += np.moveaxis(np.tensordot(weight[:, :, u, v], grad_output, axes=(0, 1)), 0, 1)
    return gx[:, :, ph:ph + h, pw:pw + w], gw, grad_output.sum(axis=(0, 2, 3))
