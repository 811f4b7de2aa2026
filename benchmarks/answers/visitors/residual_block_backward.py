# %% wrong: the shortcut adds grad_output as it came, without the gate of the last ReLU
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(x, w):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return np.einsum("nchwij,ocij->nohw",
                         np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3)), w)

    def conv_input(g, w):
        return conv(g, w[:, :, ::-1, ::-1].swapaxes(0, 1))

    def conv_weight(g, x):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return np.einsum("nchwij,nohw->ocij",
                         np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3)), g)

    pre1 = conv(x, weight1)
    act1 = np.maximum(pre1, 0)
    pre2 = conv(act1, weight2) + x
    grad_branch = grad_output * (pre2 > 0)
    grad_act1 = conv_input(grad_branch, weight2)
    grad_pre1 = grad_act1 * (pre1 > 0)
    grad_x = conv_input(grad_pre1, weight1) + grad_output
    return grad_x, conv_weight(grad_pre1, x), conv_weight(grad_branch, act1)

# %% wrong: the gate of the ReLU inside F is missing on the way back
def residual_block_backward(grad_output, x, weight1, weight2):
    def pad(a):
        return np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))

    def forward(a, weight):
        h, w = a.shape[2:]
        p = pad(a)
        return sum(np.einsum("nchw,oc->nohw", p[:, :, i:i + h, j:j + w], weight[:, :, i, j])
                   for i in range(3) for j in range(3))

    def backward(g, a, weight):
        h, w = a.shape[2:]
        p = pad(a)
        grad_p, grad_w = np.zeros(p.shape), np.zeros(weight.shape)
        for i in range(3):
            for j in range(3):
                grad_w[:, :, i, j] = np.einsum("nohw,nchw->oc", g, p[:, :, i:i + h, j:j + w])
                grad_p[:, :, i:i + h, j:j + w] += np.einsum("nohw,oc->nchw", g, weight[:, :, i, j])
        return grad_p[:, :, 1:-1, 1:-1], grad_w

    hidden = np.maximum(forward(x, weight1), 0)
    gated = np.where(forward(hidden, weight2) + x > 0, grad_output, 0)
    grad_hidden, grad_weight2 = backward(gated, hidden, weight2)
    grad_x, grad_weight1 = backward(grad_hidden, x, weight1)
    return grad_x + gated, grad_weight1, grad_weight2

# %% wrong: the gradient of weight2 is formed with x, where the second convolution has read the hidden maps
def residual_block_backward(grad_output, x, weight1, weight2):
    def windows(a):
        return np.lib.stride_tricks.sliding_window_view(
            np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), axis=(2, 3))

    def conv2d(a, weight):
        return np.tensordot(windows(a), weight, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)

    def conv2d_backward(g, a, weight):
        grad_weight = np.tensordot(g, windows(a), axes=([0, 2, 3], [0, 2, 3]))
        return conv2d(g, np.flip(weight, (2, 3)).transpose(1, 0, 2, 3)), grad_weight

    z1 = conv2d(x, weight1)
    z2 = conv2d(np.maximum(z1, 0), weight2) + x
    g2 = grad_output * (z2 > 0)
    g1, grad_weight2 = conv2d_backward(g2, x, weight2)
    grad_x, grad_weight1 = conv2d_backward(g1 * (z1 > 0), x, weight1)
    return grad_x + g2, grad_weight1, grad_weight2

# %% right: each convolution as one matrix, put together from unit impulses
def residual_block_backward(grad_output, x, weight1, weight2):
    n, c, h, w = x.shape

    def shifts(a):
        padded = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return np.stack([padded[:, :, i:i + h, j:j + w] for i in range(3) for j in range(3)])

    def matrix(weight):
        units = np.eye(c * h * w).reshape(-1, c, h, w)
        maps = np.einsum("knchw,ock->nohw", shifts(units), weight.reshape(c, c, 9))
        return maps.reshape(c * h * w, c * h * w)

    first, second = matrix(weight1), matrix(weight2)
    flat, slope = x.reshape(n, -1), grad_output.reshape(n, -1)
    before = flat @ first
    hidden = np.maximum(before, 0)
    slope = slope * (hidden @ second + flat > 0)
    inner = (slope @ second.T) * (before > 0)
    grad_x = inner @ first.T + slope

    def for_weight(g, a):
        each = np.einsum("nohw,knchw->ock", g.reshape(n, c, h, w), shifts(a.reshape(n, c, h, w)))
        return each.reshape(c, c, 3, 3)

    return grad_x.reshape(x.shape), for_weight(inner, x), for_weight(slope, hidden)
