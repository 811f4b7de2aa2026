# %% wrong: the shortcut's gradient is not added
def residual_block_backward(grad_output, x, weight1, weight2):
    P = ((0, 0), (0, 0), (1, 1), (1, 1))

    def conv(a, w):
        return np.einsum("nchwij,fcij->nfhw", np.lib.stride_tricks.sliding_window_view(np.pad(a, P), (3, 3), (2, 3)), w)

    def back(g, a, w):
        gw = np.einsum("nfhw,nchwij->fcij", g, np.lib.stride_tricks.sliding_window_view(np.pad(a, P), (3, 3), (2, 3)))
        return conv(g, w.swapaxes(0, 1)[:, :, ::-1, ::-1]), gw

    pre = conv(x, weight1)
    hid = np.maximum(pre, 0)
    g = grad_output * (conv(hid, weight2) + x > 0)
    gh, gw2 = back(g, hid, weight2)
    gx, gw1 = back(gh * (pre > 0), x, weight1)
    return gx, gw1, gw2
# %% wrong: the gate of the last ReLU is forgotten
def residual_block_backward(grad_output, x, weight1, weight2):
    def taps(a):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))

    forward = lambda a, w: np.einsum("nchwij,fcij->nfhw", taps(a), w)
    turned = lambda w: np.flip(w, (2, 3)).swapaxes(0, 1)
    before = forward(x, weight1)
    hidden = before * (before > 0)
    g = grad_output
    dw2 = np.einsum("nfhw,nchwij->fcij", g, taps(hidden))
    d = forward(g, turned(weight2)) * (before > 0)
    dw1 = np.einsum("nfhw,nchwij->fcij", d, taps(x))
    return forward(d, turned(weight1)) + g, dw1, dw2
# %% wrong: the whole grad_output goes around, past the gate of the last ReLU
def residual_block_backward(grad_output, x, weight1, weight2):
    def win(a):
        return np.lib.stride_tricks.sliding_window_view(np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), (2, 3))

    def conv(a, w):
        return np.tensordot(win(a), w, ([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)

    z1 = conv(x, weight1)
    a1 = np.where(z1 > 0, z1, 0)
    z2 = conv(a1, weight2) + x
    d2 = np.where(z2 > 0, grad_output, 0)
    gw2 = np.tensordot(d2, win(a1), ([0, 2, 3], [0, 2, 3]))
    d1 = conv(d2, weight2.transpose(1, 0, 2, 3)[..., ::-1, ::-1]) * (z1 > 0)
    gw1 = np.tensordot(d1, win(x), ([0, 2, 3], [0, 2, 3]))
    gx = conv(d1, weight1.transpose(1, 0, 2, 3)[..., ::-1, ::-1]) + grad_output
    return gx, gw1, gw2
# %% wrong: the gradient of weight2 is taken with what stood before the inner ReLU
def residual_block_backward(grad_output, x, weight1, weight2):
    pad = lambda a: np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))

    def conv(a, w):
        h, k = a.shape[2:]
        p = pad(a)
        return sum(np.einsum("nchw,fc->nfhw", p[:, :, u:u + h, v:v + k], w[:, :, u, v]) for u in range(3) for v in range(3))

    def grads(g, a, w):
        h, k = a.shape[2:]
        p, gp, gw = pad(a), np.zeros(pad(a).shape), np.zeros(w.shape)
        for u in range(3):
            for v in range(3):
                gw[:, :, u, v] = np.einsum("nfhw,nchw->fc", g, p[:, :, u:u + h, v:v + k])
                gp[:, :, u:u + h, v:v + k] += np.einsum("nfhw,fc->nchw", g, w[:, :, u, v])
        return gp[:, :, 1:-1, 1:-1], gw

    before = conv(x, weight1)
    total = conv(np.maximum(before, 0), weight2) + x
    g = grad_output * (total > 0)
    inner, gw2 = grads(g, before, weight2)
    through, gw1 = grads(inner * (before > 0), x, weight1)
    return through + g, gw1, gw2
# %% right: scatter for both convolutions, image by image
def residual_block_backward(grad_output, x, weight1, weight2):
    h, w = x.shape[2:]

    def forward(image, weight):
        p = np.pad(image, ((0, 0), (1, 1), (1, 1)))
        return sum(np.tensordot(weight[:, :, u, v], p[:, u:u + h, v:v + w], 1) for u, v in np.ndindex(3, 3))

    def backward(g, image, weight):
        p = np.pad(image, ((0, 0), (1, 1), (1, 1)))
        to_p, to_w = np.zeros(p.shape), np.zeros(weight.shape)
        for u, v in np.ndindex(3, 3):
            to_p[:, u:u + h, v:v + w] += np.tensordot(weight[:, :, u, v].T, g, 1)
            to_w[:, :, u, v] = np.tensordot(g, p[:, u:u + h, v:v + w], ([1, 2], [1, 2]))
        return to_p[:, 1:h + 1, 1:w + 1], to_w

    grad_x, grad1, grad2 = np.zeros(x.shape), np.zeros(weight1.shape), np.zeros(weight2.shape)
    for n, image in enumerate(x):
        before = forward(image, weight1)
        inner = np.maximum(before, 0)
        gated = np.where(forward(inner, weight2) + image > 0, grad_output[n], 0)
        to_inner, part2 = backward(gated, inner, weight2)
        to_image, part1 = backward(np.where(before > 0, to_inner, 0), image, weight1)
        grad_x[n] = gated + to_image
        grad1 += part1
        grad2 += part2
    return grad_x, grad1, grad2
