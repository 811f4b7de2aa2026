# %% wrong: the margin is cut off with padding : height, one padding short at the end
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    n, c, h, w = x.shape
    kh, kw = weight.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            rows, columns = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            g = grad_output[:, :, i, j]
            grad_padded[:, :, rows, columns] += np.einsum("no,ocij->ncij", g, weight)
            grad_weight += np.einsum("no,ncij->ocij", g, padded[:, :, rows, columns])
    return grad_padded[:, :, p:h, p:w], grad_weight, grad_output.sum(axis=(0, 2, 3))

# %% wrong: the weight's gradient is set back to zero for each image, only the last image counts
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    n, c, h, w = x.shape
    c_out, _, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_padded = np.zeros(padded.shape)
    for image in range(n):
        grad_weight = np.zeros(weight.shape)
        for o in range(c_out):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    g = grad_output[image, o, i, j]
                    window = (slice(None), slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw))
                    grad_padded[image][window] += g * weight[o]
                    grad_weight[o] += g * padded[image][window]
    return grad_padded[:, :, p : p + h, p : p + w], grad_weight, grad_output.sum(axis=(0, 2, 3))

# %% wrong: the weight's gradient reads x without its padding (ValueError where a window lies at the end)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    n, c, h, w = x.shape
    kh, kw = weight.shape[2:]
    grad_padded = np.zeros((n, c, h + 2 * p, w + 2 * p))
    grad_weight = np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            rows, columns = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            g = grad_output[:, :, i, j]
            grad_padded[:, :, rows, columns] += np.einsum("no,ocij->ncij", g, weight)
            grad_weight += np.einsum("no,ncij->ocij", g, x[:, :, rows, columns])
    return grad_padded[:, :, p : p + h, p : p + w], grad_weight, grad_output.sum(axis=(0, 2, 3))

# %% wrong: the bias's gradient is summed over rows and columns only, one per image, (N, C_out)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    n, c, h, w = x.shape
    kh, kw = weight.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            rows, columns = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            g = grad_output[:, :, i, j]
            grad_padded[:, :, rows, columns] += np.einsum("no,ocij->ncij", g, weight)
            grad_weight += np.einsum("no,ncij->ocij", g, padded[:, :, rows, columns])
    return grad_padded[:, :, p : p + h, p : p + w], grad_weight, grad_output.sum(axis=(2, 3))

# %% wrong: gathers with the turned kernel but spreads no zeros for the stride (ValueError or wrong shape unless the stride is 1)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p = padding
    n, c, h, w = x.shape
    kh, kw = weight.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    around = np.pad(grad_output, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(around, (kh, kw), axis=(2, 3))
    grad_padded = np.einsum("nohwij,ocij->nchw", windows, weight[:, :, ::-1, ::-1])
    patches = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    grad_weight = np.einsum("nohw,nchwij->ocij", grad_output, patches)
    return grad_padded[:, :, p : p + h, p : p + w], grad_weight, grad_output.sum(axis=(0, 2, 3))

# %% wrong: the mean over the images for weight and bias, as if the layer had to divide by N
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    p, (kh, kw) = padding, weight.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            rows, columns = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            g = grad_output[:, :, i, j]
            grad_padded[:, :, rows, columns] += np.tensordot(g, weight, axes=1)
            grad_weight += np.tensordot(g.T, padded[:, :, rows, columns], axes=1) / n
    return grad_padded[:, :, p : p + h, p : p + w], grad_weight, grad_output.mean(axis=0).sum(axis=(1, 2))

# %% right: scatter, image by image and filter by filter
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    c_out, _, kh, kw = weight.shape
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    inside = (slice(None), slice(None), slice(padding, padding + h), slice(padding, padding + w))
    padded[inside] = x
    grad_padded = np.zeros_like(padded)
    grad_weight, grad_bias = np.zeros(weight.shape), np.zeros(c_out)
    for image, o, i, j in np.ndindex(grad_output.shape):
        g = grad_output[image, o, i, j]
        window = (image, slice(None), slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw))
        grad_padded[window] += g * weight[o]
        grad_weight[o] += g * padded[window]
        grad_bias[o] += g
    return grad_padded[inside], grad_weight, grad_bias

# %% right: tap by tap, strided slices
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = weight.shape[2:]
    rows, columns = grad_output.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding))).astype(float)
    grad_padded, grad_weight = np.zeros_like(padded), np.zeros(weight.shape)
    for i in range(kh):
        for j in range(kw):
            seen = (slice(None), slice(None), slice(i, i + (rows - 1) * stride + 1, stride),
                    slice(j, j + (columns - 1) * stride + 1, stride))
            grad_padded[seen] += np.einsum("nohw,oc->nchw", grad_output, weight[:, :, i, j])
            grad_weight[:, :, i, j] = np.einsum("nohw,nchw->oc", grad_output, padded[seen])
    grad_x = grad_padded[:, :, padding : padding + h, padding : padding + w]
    return grad_x, grad_weight, np.einsum("nohw->o", grad_output)
