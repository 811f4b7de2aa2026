# %% wrong: the margin is cut off with padding : -padding, which leaves nothing of grad_x when padding is 0
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(weight.shape)
    kh, kw = weight.shape[2:]
    N, F, Ho, Wo = grad_output.shape
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    r, c = i * stride, j * stride
                    g = grad_output[n, f, i, j]
                    dxp[n, :, r:r + kh, c:c + kw] += g * weight[f]
                    dw[f] += g * xp[n, :, r:r + kh, c:c + kw]
    return dxp[:, :, p:-p, p:-p], dw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: grad_bias is not added up over the images: it has the shape (N, C_out), not (C_out,)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    height, width = x.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    down, across = grad_output.shape[2:]
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            rows = slice(u, u + stride * down, stride)
            cols = slice(v, v + stride * across, stride)
            grad_padded[:, :, rows, cols] += np.einsum("noij,oc->ncij", grad_output, weight[:, :, u, v])
            grad_weight[:, :, u, v] = np.einsum("noij,ncij->oc", grad_output, padded[:, :, rows, cols])
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(2, 3))
# %% wrong: the windows for grad_weight begin at (i, j) and not at (i * stride, j * stride), so grad_weight is wrong for a stride above 1; grad_x is right
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    k_h, k_w = weight.shape[-2:]
    h, w = x.shape[-2:]
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x_pad = np.pad(x, pad)
    grad_x = np.zeros_like(x_pad, dtype=float)
    grad_w = np.zeros_like(weight, dtype=float)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            g = grad_output[:, :, i, j]
            top, left = i * stride, j * stride
            grad_x[:, :, top:top + k_h, left:left + k_w] += np.einsum("no,ocuv->ncuv", g, weight)
            grad_w += np.einsum("no,ncuv->ocuv", g, x_pad[:, :, i:i + k_h, j:j + k_w])
    grad_b = np.einsum("noij->o", grad_output)
    return grad_x[:, :, padding:padding + h, padding:padding + w], grad_w, grad_b
# %% wrong: grad_weight is divided by the number of images: a mean over the batch, where the gradients should add up
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, _, h, w = x.shape
    _, _, kh, kw = weight.shape
    big = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    back = np.zeros(big.shape)
    win = np.lib.stride_tricks.sliding_window_view(big, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    grad_weight = np.einsum("noij,ncijuv->ocuv", grad_output, win) / n
    for i, j in np.ndindex(*grad_output.shape[2:]):
        back[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += np.tensordot(
            grad_output[:, :, i, j], weight, axes=(1, 0))
    return back[:, :, padding:padding + h, padding:padding + w], grad_weight, grad_output.sum((0, 2, 3))
# %% right: gather with the turned kernel on gradients moved apart
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    P, Q = H + 2 * padding, W + 2 * padding
    full = np.zeros((N, F, P + KH - 1, Q + KW - 1))
    down, across = grad_output.shape[2:]
    full[:, :, KH - 1:KH - 1 + stride * down:stride, KW - 1:KW - 1 + stride * across:stride] = grad_output
    see = np.lib.stride_tricks.sliding_window_view(full, (KH, KW), axis=(2, 3))
    grad_padded = np.einsum("nfijuv,fcuv->ncij", see, weight[:, :, ::-1, ::-1], optimize=True)
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    apart = full[:, :, KH - 1:KH - 1 + P - KH + 1, KW - 1:KW - 1 + Q - KW + 1]
    reach = np.lib.stride_tricks.sliding_window_view(padded, apart.shape[2:], axis=(2, 3))
    grad_weight = np.einsum("ncuvij,nfij->fcuv", reach, apart, optimize=True)
    grad_x = grad_padded[:, :, padding:padding + H, padding:padding + W]
    return grad_x, grad_weight, grad_output.sum(axis=3).sum(axis=2).sum(axis=0)
