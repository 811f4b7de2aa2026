# %% wrong: the margin is cut off with padding : -padding, so without padding grad_x is empty (wrong shape); right with padding
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    kh, kw = weight.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxp, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    down, across = grad_output.shape[2:]
    for u in range(kh):
        for v in range(kw):
            rows = slice(u, u + stride * down, stride)
            cols = slice(v, v + stride * across, stride)
            gw[:, :, u, v] = np.einsum("nohw,nchw->oc", grad_output, xp[:, :, rows, cols])
            gxp[:, :, rows, cols] += np.einsum("nohw,oc->nchw", grad_output, weight[:, :, u, v])
    return gxp[:, :, padding:-padding, padding:-padding], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: two mistakes that one image hides: grad_weight is begun anew for each image, so only the last image counts, and grad_bias is the mean over the images instead of their sum
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n_images, n_in, height, width = x.shape
    n_out, _, kh, kw = weight.shape
    grad_x = np.zeros((n_images, n_in, height + 2 * padding, width + 2 * padding))
    for n in range(n_images):
        grad_weight = np.zeros(weight.shape)
        image = np.pad(x[n], ((0, 0), (padding, padding), (padding, padding)))
        for o, i, j in np.ndindex(grad_output.shape[1:]):
            g = grad_output[n, o, i, j]
            top, left = i * stride, j * stride
            grad_x[n, :, top:top + kh, left:left + kw] += g * weight[o]
            grad_weight[o] += g * image[:, top:top + kh, left:left + kw]
    grad_bias = grad_output.sum(axis=(2, 3)).mean(axis=0)
    return grad_x[:, :, padding:padding + height, padding:padding + width], grad_weight, grad_bias
# %% wrong: grad_weight reads the windows from x without its padding: with padding it raises ValueError where the last windows run past the edge (shapes do not fit), otherwise it reads the wrong pixels; right without padding
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    big = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    dw = np.zeros((O, C, KH, KW))
    for n in range(N):
        for o in range(O):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    r, c = i * stride, j * stride
                    big[n, :, r:r + KH, c:c + KW] += weight[o] * grad_output[n, o, i, j]
                    dw[o] += x[n, :, r:r + KH, c:c + KW] * grad_output[n, o, i, j]
    db = np.array([grad_output[:, o].sum() for o in range(O)])
    return big[:, :, padding:padding + H, padding:padding + W], dw, db
# %% wrong: gather form: the rows and columns that a stride leaves over are put in front of the spread-out gradients instead of behind them, so grad_x is moved down and right whenever something is left over; grad_weight and grad_bias are right
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    N, C, H, W = x.shape
    KH, KW = weight.shape[2:]
    oh, ow = grad_output.shape[2:]
    tall, wide = H + 2 * padding - KH + 1, W + 2 * padding - KW + 1
    spread = np.zeros(grad_output.shape[:2] + ((oh - 1) * stride + 1, (ow - 1) * stride + 1))
    spread[:, :, ::stride, ::stride] = grad_output
    lack = tall - spread.shape[2], wide - spread.shape[3]
    spread = np.pad(spread, ((0, 0), (0, 0), (lack[0], 0), (lack[1], 0)))
    full = np.pad(spread, ((0, 0), (0, 0), (KH - 1, KH - 1), (KW - 1, KW - 1)))
    view = np.lib.stride_tricks.sliding_window_view(full, (KH, KW), axis=(2, 3))
    grad_x = np.einsum("nohwuv,ocuv->nchw", view, weight[:, :, ::-1, ::-1])
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    seen = np.lib.stride_tricks.sliding_window_view(padded, (KH, KW), axis=(2, 3))
    seen = seen[:, :, ::stride, ::stride]
    grad_weight = np.einsum("nohw,nchwuv->ocuv", grad_output, seen)
    return (grad_x[:, :, padding:padding + H, padding:padding + W], grad_weight,
            grad_output.sum(axis=(0, 2, 3)))
# %% right: scatter, all images and filters of one output place at once
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    height, width = x.shape[2:]
    kh, kw = weight.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    collected = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            here = (slice(None), slice(None), slice(i * stride, i * stride + kh),
                    slice(j * stride, j * stride + kw))
            sent = grad_output[:, :, i, j]
            collected[here] += np.tensordot(sent, weight, axes=(1, 0))
            grad_weight += np.tensordot(sent, padded[here], axes=(0, 0))
    grad_x = collected[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=3).sum(axis=2).sum(axis=0)
