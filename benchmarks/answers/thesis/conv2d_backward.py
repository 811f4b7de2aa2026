# %% wrong: the margin is cut off with p:-p, which leaves nothing for padding 0 (the default): grad_x is empty there, right for padding above 0
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx = np.zeros(xp.shape)
    gw = np.zeros(weight.shape)
    kh, kw = weight.shape[2:]
    N, O, H, W = grad_output.shape
    for n in range(N):
        for o in range(O):
            for i in range(H):
                for j in range(W):
                    r, c = i * stride, j * stride
                    g = grad_output[n, o, i, j]
                    gx[n, :, r:r + kh, c:c + kw] += g * weight[o]
                    gw[o] += g * xp[n, :, r:r + kh, c:c + kw]
    return gx[:, :, p:-p, p:-p], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: grad_weight is the mean over the images (divided by N) where it has to be the sum; shows for a batch of more than one
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n_images, _, height, width = x.shape
    rows, cols = weight.shape[-2:]
    down, across = grad_output.shape[-2:]
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for u in range(rows):
        for v in range(cols):
            place = (slice(None), slice(None), slice(u, u + stride * down, stride),
                     slice(v, v + stride * across, stride))
            grad_padded[place] += np.einsum("noij,oc->ncij", grad_output, weight[:, :, u, v])
            grad_weight[:, :, u, v] = np.einsum("noij,ncij->oc", grad_output, padded[place]) / n_images
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum((0, 2, 3))
# %% wrong: the window's column begins at j, not at j * stride (the row is right); shows for stride above 1
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    H, W = x.shape[2], x.shape[3]
    KH, KW = weight.shape[2], weight.shape[3]
    big = np.pad(np.asarray(x, float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dbig = np.zeros_like(big)
    dw = np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            top = i * stride
            left = j
            g = grad_output[:, :, i, j]                       # (N, O)
            dbig[:, :, top:top + KH, left:left + KW] += np.tensordot(g, weight, 1)
            dw += np.tensordot(g.T, big[:, :, top:top + KH, left:left + KW], 1)
    db = np.sum(grad_output, axis=(0, 2, 3))
    return dbig[:, :, padding:padding + H, padding:padding + W], dw, db
# %% wrong: two mistakes: grad_x keeps the margin (not cut off, so wrong shape for padding above 0), and grad_bias is not added up over the images (shape (N, C_out) instead of (C_out,))
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    kh, kw = weight.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_x = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(*grad_output.shape):
        window = np.s_[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
        grad_x[window] += weight[o] * grad_output[n, o, i, j]
        grad_weight[o] += padded[window] * grad_output[n, o, i, j]
    grad_bias = grad_output.sum(axis=(2, 3))
    return grad_x, grad_weight, grad_bias
# %% right: gather for x (stretched gradients, turned kernel), window view for the weights
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    view = np.lib.stride_tricks.sliding_window_view
    g, x, weight = (np.asarray(a, dtype=float) for a in (grad_output, x, weight))
    n, filters, down, across = g.shape
    kh, kw = weight.shape[2:]
    tall, wide = x.shape[2] + 2 * padding, x.shape[3] + 2 * padding
    padded = np.zeros(x.shape[:2] + (tall, wide))
    padded[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]] = x
    seen = view(padded, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    grad_weight = np.einsum("nfij,ncijuv->fcuv", g, seen[:, :, :down, :across])
    # zeros between the gradients, and K - 1 zeros all around
    apart = np.zeros((n, filters, tall + kh - 1, wide + kw - 1))
    apart[:, :, kh - 1:kh - 1 + stride * down:stride, kw - 1:kw - 1 + stride * across:stride] = g
    turned = weight[:, :, ::-1, ::-1]
    grad_padded = np.einsum("nfijuv,fcuv->ncij", view(apart, (kh, kw), axis=(2, 3)), turned)
    grad_x = grad_padded[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]]
    return grad_x.copy(), grad_weight, np.einsum("nfij->f", g)
