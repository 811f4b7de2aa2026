# %% wrong: the margin is cut with padding:-padding, so grad_x is empty for padding 0
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    N, F, OH, OW = grad_output.shape
    KH, KW = weight.shape[2:]
    for n in range(N):
        for f in range(F):
            for i in range(OH):
                for j in range(OW):
                    g = grad_output[n, f, i, j]
                    r, c = i * stride, j * stride
                    gx[n, :, r:r + KH, c:c + KW] += g * weight[f]
                    gw[f] += g * xp[n, :, r:r + KH, c:c + KW]
    gb = grad_output.sum(axis=(0, 2, 3))
    return gx[:, :, padding:-padding, padding:-padding], gw, gb
# %% wrong: grad_bias is the mean over the images, not the sum; shows for more than one image
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    h, w = x.shape[2], x.shape[3]
    big = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    grad_big = np.zeros_like(big, dtype=float)
    grad_weight = np.zeros_like(weight, dtype=float)
    oh, ow = grad_output.shape[2:]
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            rows, cols = slice(u, u + stride * oh, stride), slice(v, v + stride * ow, stride)
            grad_big[:, :, rows, cols] += np.einsum("nfij,fc->ncij", grad_output, weight[:, :, u, v])
            grad_weight[:, :, u, v] = np.einsum("nfij,ncij->fc", grad_output, big[:, :, rows, cols])
    grad_bias = grad_output.sum(axis=(2, 3)).mean(axis=0)
    return grad_big[:, :, p:p + h, p:p + w], grad_weight, grad_bias
# %% wrong: grad_x is gathered with the kernel that is not turned; wrong unless the kernel is 1x1 or symmetric
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    OH, OW = grad_output.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    HP, WP = xp.shape[2:]
    # put the gradients apart and a full margin around
    apart = np.zeros((N, F, HP + KH - 1, WP + KW - 1))
    apart[:, :, KH - 1:KH - 1 + stride * OH:stride, KW - 1:KW - 1 + stride * OW:stride] = grad_output
    gx = np.zeros((N, C, HP, WP))
    for r in range(HP):
        for c in range(WP):
            gx[:, :, r, c] = np.tensordot(apart[:, :, r:r + KH, c:c + KW], weight, ([1, 2, 3], [0, 2, 3]))
    gw = np.zeros(weight.shape)
    for i in range(OH):
        for j in range(OW):
            win = xp[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            gw += np.tensordot(grad_output[:, :, i, j], win, (0, 0))
    return gx[:, :, padding:padding + H, padding:padding + W], gw, grad_output.sum((0, 2, 3))
# %% wrong: two mistakes: the stride is forgotten (windows begin at i, j); and grad_bias is summed over the images only, so it has shape (C_out, H_out, W_out)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = weight.shape[-2:]
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    padded[:, :, padding:padding + h, padding:padding + w] = x
    d_padded = np.zeros(padded.shape)
    d_weight = np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            g = grad_output[:, :, i, j]
            d_padded[:, :, i:i + kh, j:j + kw] += np.einsum("nf,fcuv->ncuv", g, weight)
            d_weight += np.einsum("nf,ncuv->fcuv", g, padded[:, :, i:i + kh, j:j + kw])
    return d_padded[:, :, padding:padding + h, padding:padding + w], d_weight, grad_output.sum(axis=0)
# %% right: np.add.at with the flat place of everything that was read
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    oh, ow = grad_output.shape[2:]
    hp, wp = h + 2 * padding, w + 2 * padding
    top = (np.arange(oh) * stride)[:, None, None, None] + np.arange(kh)[None, None, :, None]
    left = (np.arange(ow) * stride)[None, :, None, None] + np.arange(kw)[None, None, None, :]
    place = top * wp + left                                   # (oh, ow, kh, kw)
    padded = np.zeros((n, c, hp, wp))
    padded[:, :, padding:padding + h, padding:padding + w] = x
    seen = padded.reshape(n, c, -1)[:, :, place]              # (n, c, oh, ow, kh, kw)
    grad_weight = np.einsum("nfij,ncijuv->fcuv", grad_output, seen)
    back = np.zeros((n, c, hp * wp))
    np.add.at(back, (slice(None), slice(None), place), np.einsum("nfij,fcuv->ncijuv", grad_output, weight))
    grad_x = back.reshape(n, c, hp, wp)[:, :, padding:padding + h, padding:padding + w]
    return grad_x, grad_weight, np.einsum("nfij->f", grad_output)
