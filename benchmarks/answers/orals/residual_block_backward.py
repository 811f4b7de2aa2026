# %% wrong: the gradient of the shortcut does not go through the gate of the last ReLU: grad_output itself is added to grad_x
def conv2d(x, w):
    p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows, w)

def conv2d_backward(g, x, w):
    p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
    grad_x = conv2d(g, w[:, :, ::-1, ::-1].transpose(1, 0, 2, 3))
    return grad_x, np.einsum("nohw,nchwij->ocij", g, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    before = conv2d(x, weight1)
    hidden = np.maximum(before, 0)
    total = conv2d(hidden, weight2) + x
    grad_f = grad_output * (total > 0)
    grad_hidden, grad_weight2 = conv2d_backward(grad_f, hidden, weight2)
    grad_before = grad_hidden * (before > 0)
    grad_x, grad_weight1 = conv2d_backward(grad_before, x, weight1)
    return grad_x + grad_output, grad_weight1, grad_weight2
# %% wrong: the gate of the last ReLU looks at F(x) > 0 in place of F(x) + x > 0
def conv2d(x, w):
    p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows, w)

def conv2d_backward(g, x, w):
    p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
    grad_x = conv2d(g, w[:, :, ::-1, ::-1].transpose(1, 0, 2, 3))
    return grad_x, np.einsum("nohw,nchwij->ocij", g, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    a = conv2d(x, weight1)
    b = np.maximum(a, 0)
    f = conv2d(b, weight2)
    g = np.where(f > 0, grad_output, 0)
    gb, gw2 = conv2d_backward(g, b, weight2)
    ga = np.where(a > 0, gb, 0)
    gx, gw1 = conv2d_backward(ga, x, weight1)
    return gx + g, gw1, gw2
# %% wrong: grad_weight2 is computed with what the inner ReLU has read (before the ReLU) in place of what it gave
def shifted(maps):
    n, c, h, w = maps.shape
    p = np.pad(maps, ((0, 0), (0, 0), (1, 1), (1, 1)))
    return [(i, j, p[:, :, i : i + h, j : j + w]) for i in range(3) for j in range(3)]

def forward(maps, weight):
    return sum(np.einsum("nchw,oc->nohw", view, weight[:, :, i, j]) for i, j, view in shifted(maps))

def grad_of_input(g, weight):
    return sum(np.einsum("nohw,oc->nchw", view, weight[:, :, 2 - i, 2 - j]) for i, j, view in shifted(g))

def grad_of_weight(g, maps):
    grad = np.zeros((g.shape[1], maps.shape[1], 3, 3))
    for i, j, view in shifted(maps):
        grad[:, :, i, j] = np.einsum("nohw,nchw->oc", g, view)
    return grad

def residual_block_backward(grad_output, x, weight1, weight2):
    hidden = forward(x, weight1)
    total = forward(np.maximum(hidden, 0), weight2) + x
    grad_total = grad_output * (total > 0)
    grad_weight2 = grad_of_weight(grad_total, hidden)
    grad_hidden = grad_of_input(grad_total, weight2) * (hidden > 0)
    grad_weight1 = grad_of_weight(grad_hidden, x)
    return grad_of_input(grad_hidden, weight1) + grad_total, grad_weight1, grad_weight2
# %% wrong: the answers are right, but the gate of the last ReLU is written into the argument grad_output, which is changed
def conv2d(x, w):
    p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows, w)

def conv2d_backward(g, x, w):
    p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
    grad_x = conv2d(g, w[:, :, ::-1, ::-1].transpose(1, 0, 2, 3))
    return grad_x, np.einsum("nohw,nchwij->ocij", g, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    pre = conv2d(x, weight1)
    hidden = np.maximum(pre, 0)
    total = conv2d(hidden, weight2) + x
    grad_output[total <= 0] = 0
    grad_hidden, grad_weight2 = conv2d_backward(grad_output, hidden, weight2)
    grad_hidden[pre <= 0] = 0
    grad_x, grad_weight1 = conv2d_backward(grad_hidden, x, weight1)
    return grad_x + grad_output, grad_weight1, grad_weight2
# %% right: each convolution as one large matrix of taps, gradients by its transpose
def residual_block_backward(grad_output, x, weight1, weight2):
    n, c, h, w = x.shape
    places = [(i, j) for i in range(3) for j in range(3)]

    def unfold(maps):
        p = np.pad(maps, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return np.stack([p[:, :, i : i + h, j : j + w] for i, j in places])  # (9, n, c, h, w)

    def fold(parts):
        p = np.zeros((n, c, h + 2, w + 2))
        for part, (i, j) in zip(parts, places):
            p[:, :, i : i + h, j : j + w] += part
        return p[:, :, 1:-1, 1:-1]

    first, second = (each.reshape(c, c, 9) for each in (weight1, weight2))
    taps1 = unfold(x)
    hidden = np.einsum("tnchw,oct->nohw", taps1, first)
    taps2 = unfold(np.maximum(hidden, 0))
    gate = np.einsum("tnchw,oct->nohw", taps2, second) + x > 0
    g2 = np.where(gate, grad_output, 0)
    g1 = np.where(hidden > 0, fold(np.einsum("nohw,oct->tnchw", g2, second)), 0)
    grad_x = g2 + fold(np.einsum("nohw,oct->tnchw", g1, first))
    grads = [np.einsum("nohw,tnchw->oct", g, t).reshape(c, c, 3, 3) for g, t in ((g1, taps1), (g2, taps2))]
    return grad_x, *grads
