# %% wrong: the margin is cut off with padding:-padding, so without padding (0) grad_x is empty
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))).astype(float)
    grad_xp = np.zeros(xp.shape)
    grad_w = np.zeros(weight.shape)
    kh, kw = weight.shape[2:]
    for n, o, i, j in np.ndindex(*grad_output.shape):
        g = grad_output[n, o, i, j]
        r, c = i * stride, j * stride
        grad_xp[n, :, r : r + kh, c : c + kw] += g * weight[o]
        grad_w[o] += g * xp[n, :, r : r + kh, c : c + kw]
    return grad_xp[:, :, p:-p, p:-p], grad_w, grad_output.sum(axis=(0, 2, 3))
# %% wrong: grad_weight and grad_bias are divided by the number of images (mean over the batch instead of sum)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    _, _, OH, OW = grad_output.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dx = np.zeros(padded.shape)
    dw = np.zeros(weight.shape)
    for u in range(KH):
        for v in range(KW):
            rows = slice(u, u + stride * (OH - 1) + 1, stride)
            cols = slice(v, v + stride * (OW - 1) + 1, stride)
            dw[:, :, u, v] = np.einsum("noij,ncij->oc", grad_output, padded[:, :, rows, cols])
            dx[:, :, rows, cols] += np.einsum("noij,oc->ncij", grad_output, weight[:, :, u, v])
    db = grad_output.sum(axis=(0, 2, 3))
    return dx[:, :, padding : padding + H, padding : padding + W], dw / N, db / N
# %% wrong: two mistakes: each output sends the kernel turned by 180 degrees to grad_x, and grad_bias is summed over the images only, so it has the shape (C_out, H_out, W_out)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    height, width = x.shape[2:]
    k_h, k_w = weight.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    turned = weight[:, :, ::-1, ::-1]
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            top, left = i * stride, j * stride
            g = grad_output[:, :, i, j]
            window = padded[:, :, top : top + k_h, left : left + k_w]
            grad_weight += np.einsum("no,ncuv->ocuv", g, window)
            grad_padded[:, :, top : top + k_h, left : left + k_w] += np.einsum("no,ocuv->ncuv", g, turned)
    grad_x = grad_padded[:, :, padding : padding + height, padding : padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=0)
# %% wrong: the stride is forgotten in grad_x: output (i, j) sends to the window at (i, j) instead of (i * stride, j * stride); grad_weight is right
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, R, S = weight.shape
    big = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    big[:, :, padding : padding + H, padding : padding + W] = x
    grad_big, grad_weight, grad_bias = np.zeros_like(big), np.zeros(weight.shape), np.zeros(F)
    for n in range(N):
        for f in range(F):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    up = grad_output[n, f, i, j]
                    window = big[n, :, i * stride : i * stride + R, j * stride : j * stride + S]
                    grad_weight[f] += up * window
                    grad_big[n, :, i : i + R, j : j + S] += up * weight[f]
                    grad_bias[f] += up
    return grad_big[:, :, padding : padding + H, padding : padding + W], grad_weight, grad_bias
# %% right: gather: gradients set apart with a margin, then the turned kernel at every pixel
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, _, h, w = x.shape
    filters, _, kh, kw = weight.shape
    down, across = grad_output.shape[2:]
    ph, pw = h + 2 * padding, w + 2 * padding
    view = np.lib.stride_tricks.sliding_window_view
    apart = np.zeros((n, filters, ph + kh - 1, pw + kw - 1))
    apart[:, :, kh - 1 : kh - 1 + stride * down : stride, kw - 1 : kw - 1 + stride * across : stride][
        :, :, :down, :across] = grad_output
    grad_padded = np.einsum("nfijuv,fcuv->ncij", view(apart, (kh, kw), axis=(2, 3)), weight[:, :, ::-1, ::-1])
    grad_x = grad_padded[:, :, padding : padding + h, padding : padding + w]
    padded = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    seen = view(padded, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    grad_weight = np.einsum("nfij,ncijuv->fcuv", grad_output, seen)
    return grad_x, grad_weight, np.einsum("nfij->f", grad_output)
