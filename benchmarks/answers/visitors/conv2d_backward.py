# %% wrong: the gradients of weight and bias are divided by the number of images
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    oh, ow = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_xp = np.zeros(xp.shape)
    grad_weight = np.zeros(weight.shape)
    for i in range(oh):
        for j in range(ow):
            rows, cols = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            grad_xp[:, :, rows, cols] += np.einsum("nf,fcuv->ncuv", grad_output[:, :, i, j], weight)
            grad_weight += np.einsum("nf,ncuv->fcuv", grad_output[:, :, i, j], xp[:, :, rows, cols])
    grad_x = grad_xp[:, :, padding:padding + h, padding:padding + w]
    return grad_x, grad_weight / n, grad_output.sum(axis=(0, 2, 3)) / n


# %% wrong: in gather form it forgets the rows and columns left over by the stride, and grad_x gets too small
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, F, oh, ow = grad_output.shape
    KH, KW = weight.shape[2:]
    p = padding
    view = np.lib.stride_tricks.sliding_window_view
    # move the gradients apart, zeros between
    g = np.zeros((N, F, (oh - 1) * stride + 1, (ow - 1) * stride + 1))
    g[:, :, ::stride, ::stride] = grad_output
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))[:, :, :g.shape[2] + KH - 1, :g.shape[3] + KW - 1]
    full = np.pad(g, ((0, 0), (0, 0), (KH - 1, KH - 1), (KW - 1, KW - 1)))
    turned = weight[:, :, ::-1, ::-1]
    grad_xp = np.einsum("nfijuv,fcuv->ncij", view(full, (KH, KW), axis=(2, 3)), turned)
    grad_x = grad_xp[:, :, p:grad_xp.shape[2] - p, p:grad_xp.shape[3] - p]
    grad_weight = np.einsum("ncuvij,nfij->fcuv", view(xp, g.shape[2:], axis=(2, 3)), g)
    return grad_x, grad_weight, g.sum(axis=(0, 2, 3))


# %% wrong: two mistakes: the margin is cut off with p:-p, which leaves nothing for p = 0, and the bias is summed over the images only
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    F, C, KH, KW = weight.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dx_pad = np.zeros(x_pad.shape)
    dw = np.zeros(weight.shape)
    for n in range(N):
        for f in range(F):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    hs = i * stride
                    ws = j * stride
                    dx_pad[n, :, hs:hs + KH, ws:ws + KW] += weight[f] * grad_output[n, f, i, j]
                    dw[f] += x_pad[n, :, hs:hs + KH, ws:ws + KW] * grad_output[n, f, i, j]
    dx = dx_pad[:, :, padding:-padding, padding:-padding]
    db = grad_output.sum(axis=0)
    return dx, dw, db


# %% right: a loop over the taps, matrix products over the channels
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    images, channels, height, width = x.shape
    filters, _, rows, columns = weight.shape
    down, across = grad_output.shape[2:]
    padded = np.zeros((images, channels, height + 2 * padding, width + 2 * padding))
    inner = (..., slice(padding, padding + height), slice(padding, padding + width))
    padded[inner] = x
    collected, grad_weight = np.zeros_like(padded), np.zeros(weight.shape)
    sent = grad_output.reshape(images, filters, -1)
    for u, v in np.ndindex(rows, columns):
        tap = (..., slice(u, u + (down - 1) * stride + 1, stride),
               slice(v, v + (across - 1) * stride + 1, stride))
        collected[tap] += (weight[:, :, u, v].T @ sent).reshape(images, channels, down, across)
        seen = padded[tap].reshape(images, channels, -1)
        grad_weight[:, :, u, v] = (sent @ seen.transpose(0, 2, 1)).sum(axis=0)
    return collected[inner].copy(), grad_weight, sent.sum(axis=(0, 2))
