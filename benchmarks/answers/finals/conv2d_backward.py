# %% wrong: the margin is cut off with [p:-p], nothing is left when there is no padding
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    kh, kw = weight.shape[2:]
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            g = grad_output[:, :, i, j]
            rows, cols = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            gx[:, :, rows, cols] += np.einsum("nf,fcij->ncij", g, weight)
            gw += np.einsum("nf,ncij->fcij", g, xp[:, :, rows, cols])
    return gx[:, :, p:-p, p:-p], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the gradient of the weight is the mean over the images, as if the batch was divided by here
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    xp = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    xp[:, :, padding:padding + h, padding:padding + w] = x
    gxp = np.zeros_like(xp)
    gw = np.zeros((f, c, kh, kw))
    gb = np.zeros(f)
    for k in range(n):
        for o in range(f):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    g = grad_output[k, o, i, j]
                    gxp[k, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += g * weight[o]
                    gw[o] += g * xp[k, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
                    gb[o] += g
    return gxp[:, :, padding:padding + h, padding:padding + w], gw / n, gb / n
# %% wrong: grad_x by a full correlation with the kernel not turned
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, f, oh, ow = grad_output.shape
    _, c, h, w = x.shape
    kh, kw = weight.shape[2:]
    view = np.lib.stride_tricks.sliding_window_view
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    gw = np.einsum("nfhw,nchwij->fcij", grad_output, view(xp, (kh, kw), (2, 3))[:, :, ::stride, ::stride][:, :, :oh, :ow])
    spread = np.zeros((n, f, xp.shape[2] - kh + 1, xp.shape[3] - kw + 1))
    spread[:, :, :oh * stride:stride, :ow * stride:stride] = grad_output
    frame = np.pad(spread, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    gx = np.einsum("nfhwij,fcij->nchw", view(frame, (kh, kw), (2, 3)), weight)
    return gx[:, :, padding:padding + h, padding:padding + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the bias's gradient is added over rows and columns only, not over the images: (N, C_out)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    K = weight.shape[2:]
    big = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    dx, dw = np.zeros(big.shape), np.zeros(weight.shape)
    oh, ow = grad_output.shape[2:]
    for u in range(K[0]):
        for v in range(K[1]):
            at = (slice(None), slice(None), slice(u, u + stride * (oh - 1) + 1, stride), slice(v, v + stride * (ow - 1) + 1, stride))
            dw[:, :, u, v] = np.einsum("nfhw,nchw->fc", grad_output, big[at])
            dx[at] += np.einsum("nfhw,fc->nchw", grad_output, weight[:, :, u, v])
    return dx[:, :, padding:padding + H, padding:padding + W], dw, np.sum(grad_output, axis=(2, 3))
# %% wrong: the weight's gradient is taken from the image without its padding, windows are shifted (or do not fit: a ValueError)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    f, _, kh, kw = weight.shape
    gxp = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    gw = np.zeros(weight.shape)
    for o in range(f):
        for i in range(grad_output.shape[2]):
            for j in range(grad_output.shape[3]):
                g = grad_output[:, o, i, j].reshape(-1, 1, 1, 1)
                a, b = i * stride, j * stride
                gxp[:, :, a:a + kh, b:b + kw] += g * weight[o]
                gw[o] += (g * x[:, :, a:a + kh, b:b + kw]).sum(axis=0)
    return gxp[:, :, padding:padding + h, padding:padding + w], gw, grad_output.sum((0, 2, 3))
# %% right: gather with zeros between the gradients and the turned kernel
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    view = np.lib.stride_tricks.sliding_window_view
    n, f, oh, ow = grad_output.shape
    h, w = x.shape[2:]
    kh, kw = weight.shape[2:]
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    apart = np.zeros((n, f, xp.shape[2] - kh + 1, xp.shape[3] - kw + 1))
    apart[:, :, :(oh - 1) * stride + 1:stride, :(ow - 1) * stride + 1:stride] = grad_output
    grad_weight = np.einsum("nfhw,ncuvhw->fcuv", apart, view(xp, apart.shape[2:], axis=(2, 3)))
    full = np.pad(apart, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    turned = weight[:, :, ::-1, ::-1]
    grad_padded = np.einsum("nfhwij,fcij->nchw", view(full, (kh, kw), axis=(2, 3)), turned)
    return grad_padded[:, :, p:p + h, p:p + w], grad_weight, np.einsum("nfhw->f", grad_output)
