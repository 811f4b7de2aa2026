# %% wrong: filter o belongs to group o % groups
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p = padding
    n, c, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for image, o, i, j in np.ndindex(grad_output.shape):
        first = (o % groups) * channels
        place = (image, slice(first, first + channels),
                 slice(i * stride, i * stride + (kh - 1) * dilation + 1, dilation),
                 slice(j * stride, j * stride + (kw - 1) * dilation + 1, dilation))
        grad_padded[place] += grad_output[image, o, i, j] * weight[o]
        grad_weight[o] += grad_output[image, o, i, j] * padded[place]
    return grad_padded[:, :, p : p + h, p : p + w], grad_weight, grad_output.sum(axis=(0, 2, 3))

# %% wrong: the filters per group are taken as the channels per group, right only if C_in and C_out are equal
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p = padding
    n, c, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for image, o, i, j in np.ndindex(grad_output.shape):
        first = o // channels * channels
        place = (image, slice(first, first + channels),
                 slice(i * stride, i * stride + (kh - 1) * dilation + 1, dilation),
                 slice(j * stride, j * stride + (kw - 1) * dilation + 1, dilation))
        grad_padded[place] += grad_output[image, o, i, j] * weight[o]
        grad_weight[o] += grad_output[image, o, i, j] * padded[place]
    return grad_padded[:, :, p : p + h, p : p + w], grad_weight, grad_output.sum(axis=(0, 2, 3))

# %% wrong: the dilation is forgotten in grad_weight
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p, d, s = padding, dilation, stride
    n, c, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for image, o, i, j in np.ndindex(grad_output.shape):
        g = grad_output[image, o, i, j]
        first = o // (filters // groups) * channels
        part = slice(first, first + channels)
        grad_padded[image, part, i * s : i * s + (kh - 1) * d + 1 : d, j * s : j * s + (kw - 1) * d + 1 : d] += g * weight[o]
        grad_weight[o] += g * padded[image, part, i * s : i * s + kh, j * s : j * s + kw]
    return grad_padded[:, :, p : p + h, p : p + w], grad_weight, grad_output.sum(axis=(0, 2, 3))

# %% wrong: the windows start stride * dilation apart
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p = padding
    n, c, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    rows, columns = grad_output.shape[2:]
    step = stride * dilation
    room = (max(h + 2 * p, (rows - 1) * step + (kh - 1) * dilation + 1), max(w + 2 * p, (columns - 1) * step + (kw - 1) * dilation + 1))
    padded = np.zeros((n, c, *room))
    padded[:, :, p : p + h, p : p + w] = x
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for image, o, i, j in np.ndindex(grad_output.shape):
        first = o // (filters // groups) * channels
        place = (image, slice(first, first + channels),
                 slice(i * step, i * step + (kh - 1) * dilation + 1, dilation),
                 slice(j * step, j * step + (kw - 1) * dilation + 1, dilation))
        grad_padded[place] += grad_output[image, o, i, j] * weight[o]
        grad_weight[o] += grad_output[image, o, i, j] * padded[place]
    return grad_padded[:, :, p : p + h, p : p + w], grad_weight, grad_output.sum(axis=(0, 2, 3))

# %% wrong: the margin that is cut off is padding * dilation wide
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p = padding
    n, c, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for image, o, i, j in np.ndindex(grad_output.shape):
        first = o // (filters // groups) * channels
        place = (image, slice(first, first + channels),
                 slice(i * stride, i * stride + (kh - 1) * dilation + 1, dilation),
                 slice(j * stride, j * stride + (kw - 1) * dilation + 1, dilation))
        grad_padded[place] += grad_output[image, o, i, j] * weight[o]
        grad_weight[o] += grad_output[image, o, i, j] * padded[place]
    margin = p * dilation
    return grad_padded[:, :, margin : margin + h, margin : margin + w], grad_weight, grad_output.sum(axis=(0, 2, 3))

# %% wrong: grad_weight has all input channels, with zeros for the other groups, not the shape of the weight
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p, d = padding, dilation
    n, c, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    full = np.zeros((filters, c, kh, kw))
    mask = np.zeros((filters, c, 1, 1))
    for o in range(filters):
        first = o // (filters // groups) * channels
        full[o, first : first + channels] = weight[o]
        mask[o, first : first + channels] = 1
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(full.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            place = (slice(None), slice(None), slice(i * stride, i * stride + (kh - 1) * d + 1, d),
                     slice(j * stride, j * stride + (kw - 1) * d + 1, d))
            g = grad_output[:, :, i, j]
            grad_padded[place] += np.einsum("no,ocij->ncij", g, full)
            grad_weight += np.einsum("no,ncij->ocij", g, padded[place])
    return grad_padded[:, :, p : p + h, p : p + w], grad_weight * mask, grad_output.sum(axis=(0, 2, 3))

# %% right: tap by tap within each group
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, h, w = x.shape
    filters, channels, kh, kw = weight.shape
    rows, columns = grad_output.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    per = filters // groups
    for g in range(groups):
        inside, mine = slice(g * channels, (g + 1) * channels), slice(g * per, (g + 1) * per)
        for i in range(kh):
            for j in range(kw):
                down = slice(i * dilation, i * dilation + (rows - 1) * stride + 1, stride)
                across = slice(j * dilation, j * dilation + (columns - 1) * stride + 1, stride)
                grad_padded[:, inside, down, across] += np.einsum("nohw,oc->nchw", grad_output[:, mine], weight[mine, :, i, j])
                grad_weight[mine, :, i, j] = np.einsum("nohw,nchw->oc", grad_output[:, mine], padded[:, inside, down, across])
    grad_x = grad_padded[:, :, padding : padding + h, padding : padding + w]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
