# %% wrong: two mistakes: filters are dealt to the groups in turn (o % groups) instead of in blocks, and the margin is cut off with padding:-padding, which leaves nothing without padding
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    filters, channels, k_h, k_w = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for o in range(filters):
        first = (o % groups) * channels
        for i, j in np.ndindex(*grad_output.shape[2:]):
            rows = slice(i * stride, i * stride + (k_h - 1) * dilation + 1, dilation)
            columns = slice(j * stride, j * stride + (k_w - 1) * dilation + 1, dilation)
            grad = grad_output[:, o, i, j][:, None, None, None]
            grad_padded[:, first:first + channels, rows, columns] += grad * weight[o]
            grad_weight[o] += (grad * padded[:, first:first + channels, rows, columns]).sum(axis=0)
    grad_x = grad_padded[:, :, padding:-padding, padding:-padding]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% wrong: grad_weight reads the pixels of an undilated window (tap u at row u, not at u * dilation); grad_x is right
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, _, height, width = x.shape
    filters, channels, k_h, k_w = weight.shape
    down, across = grad_output.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    of_group = filters // groups
    for g in range(groups):
        out, into = slice(g * of_group, (g + 1) * of_group), slice(g * channels, (g + 1) * channels)
        for u, v in np.ndindex(k_h, k_w):
            top, left = u * dilation, v * dilation
            grad_padded[:, into, top:top + stride * down:stride, left:left + stride * across:stride] += np.einsum(
                "noij,oc->ncij", grad_output[:, out], weight[out, :, u, v])
            seen = padded[:, into, u:u + stride * down:stride, v:v + stride * across:stride]
            grad_weight[out, :, u, v] = np.einsum("noij,ncij->oc", grad_output[:, out], seen)
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% wrong: the window ends at top + size instead of top + (size - 1) * dilation + 1, so with dilation it has too few taps (mostly a ValueError)
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    filters, channels, k_h, k_w = weight.shape
    height, width = x.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    grad_padded = np.zeros(padded.shape)
    grad_weight = np.zeros(weight.shape)
    for n, o, i, j in np.ndindex(*grad_output.shape):
        group = o // (filters // groups)
        read = slice(group * channels, (group + 1) * channels)
        rows = slice(i * stride, i * stride + k_h, dilation)
        columns = slice(j * stride, j * stride + k_w, dilation)
        grad_padded[n, read, rows, columns] += grad_output[n, o, i, j] * weight[o]
        grad_weight[o] += grad_output[n, o, i, j] * padded[n, read, rows, columns]
    return (grad_padded[:, :, padding:padding + height, padding:padding + width], grad_weight,
            grad_output.sum(axis=(0, 2, 3)))
# %% wrong: the first channel of a group is group * (filters of a group) instead of group * (channels of a group): right only where both are equal, otherwise wrong channels or a ValueError
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    filters, channels, k_h, k_w = weight.shape
    per_group = filters // groups
    down, across = grad_output.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for o in range(filters):
        first = o // per_group * per_group
        grad = grad_output[:, o]
        for u in range(k_h):
            for v in range(k_w):
                tap = (slice(None), slice(first, first + channels),
                       slice(u * dilation, u * dilation + stride * down, stride),
                       slice(v * dilation, v * dilation + stride * across, stride))
                grad_padded[tap] += np.einsum("nij,c->ncij", grad, weight[o, :, u, v])
                grad_weight[o, :, u, v] = np.einsum("nij,ncij->c", grad, padded[tap])
    grad_x = grad_padded[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]]
    return grad_x, grad_weight, grad_output.sum(axis=(0, 2, 3))
# %% right: taps with a group axis of its own
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    n, c, height, width = x.shape
    filters, channels, k_h, k_w = weight.shape
    down, across = grad_output.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    padded = padded.reshape(n, groups, channels, *padded.shape[2:])
    grad = grad_output.reshape(n, groups, filters // groups, down, across)
    kernels = weight.reshape(groups, filters // groups, channels, k_h, k_w)
    grad_padded, grad_kernels = np.zeros(padded.shape), np.zeros(kernels.shape)
    for u, v in np.ndindex(k_h, k_w):
        tap = (..., slice(u * dilation, u * dilation + stride * (down - 1) + 1, stride),
               slice(v * dilation, v * dilation + stride * (across - 1) + 1, stride))
        grad_padded[tap] += np.einsum("ngoij,goc->ngcij", grad, kernels[..., u, v])
        grad_kernels[..., u, v] = np.einsum("ngoij,ngcij->goc", grad, padded[tap])
    grad_padded = grad_padded.reshape(n, c, *padded.shape[3:])
    grad_x = grad_padded[:, :, padding:padding + height, padding:padding + width]
    return grad_x, grad_kernels.reshape(weight.shape), grad_output.sum(axis=(0, 2, 3))
