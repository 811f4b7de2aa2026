# %% wrong: grad_bias is averaged over the images instead of added up
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, height, width = x.shape
    filters, _, rows, columns = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for u in range(rows):
        for v in range(columns):
            down = slice(u, u + stride * grad_output.shape[2], stride)
            across = slice(v, v + stride * grad_output.shape[3], stride)
            grad_weight[:, :, u, v] = np.einsum("nfij,ncij->fc", grad_output, padded[:, :, down, across])
            grad_padded[:, :, down, across] += np.einsum("nfij,fc->ncij", grad_output, weight[:, :, u, v])
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(2, 3)).mean(axis=0)
# %% wrong: the margin is cut off with padding:-padding, which leaves an empty grad_x for padding 0
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    padded = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    grad_padded = np.zeros_like(padded, dtype=float)
    grad_weight = np.zeros_like(weight, dtype=float)
    k_h, k_w = weight.shape[2:]
    for n, o, i, j in np.ndindex(*grad_output.shape):
        g = grad_output[n, o, i, j]
        window = np.s_[n, :, i * stride:i * stride + k_h, j * stride:j * stride + k_w]
        grad_padded[window] += g * weight[o]
        grad_weight[o] += g * padded[window]
    return grad_padded[:, :, p:-p, p:-p], grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the stride is used for the rows only; columns of the window begin at j
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    height, width = x.shape[2:]
    filters, _, rows, columns = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            top, left = i * stride, j
            here = grad_output[:, :, i, j]
            seen = padded[:, :, top:top + rows, left:left + columns]
            grad_weight += np.einsum("no,ncuv->ocuv", here, seen)
            grad_padded[:, :, top:top + rows, left:left + columns] += np.einsum("no,ocuv->ncuv", here, weight)
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum((0, 2, 3))
# %% wrong: grad_weight is overwritten image by image, so only the last image of the batch counts
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    count, _, height, width = x.shape
    rows, columns = weight.shape[2:]
    grad_x, grad_weight = np.zeros(x.shape), np.zeros(weight.shape)
    for n in range(count):
        image = np.pad(x[n], ((0, 0), (padding, padding), (padding, padding)))
        windows = np.lib.stride_tricks.sliding_window_view(image, (rows, columns), axis=(1, 2))
        windows = windows[:, ::stride, ::stride]
        grad_weight = np.einsum("oij,cijuv->ocuv", grad_output[n], windows)
        grad_image = np.zeros(image.shape)
        for i, j in np.ndindex(*grad_output.shape[2:]):
            grad_image[:, i * stride:i * stride + rows, j * stride:j * stride + columns] += np.tensordot(
                grad_output[n, :, i, j], weight, axes=1)
        grad_x[n] = grad_image[:, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% right: gather with zeros between the gradients and the turned kernel
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    view = np.lib.stride_tricks.sliding_window_view
    n, c, height, width = x.shape
    f, _, rows, columns = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    apart = np.zeros((n, f, padded.shape[2] - rows + 1, padded.shape[3] - columns + 1))
    apart[:, :, ::stride, ::stride][:, :, :grad_output.shape[2], :grad_output.shape[3]] = grad_output
    grad_weight = np.einsum("nfij,ncijuv->fcuv", apart, view(padded, (rows, columns), axis=(2, 3)))
    margin = np.pad(apart, ((0, 0), (0, 0), (rows - 1,) * 2, (columns - 1,) * 2))
    turned = weight[:, :, ::-1, ::-1]
    grad_padded = np.einsum("nfijuv,fcuv->ncij", view(margin, (rows, columns), axis=(2, 3)), turned)
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, np.einsum("nfij->f", grad_output)
