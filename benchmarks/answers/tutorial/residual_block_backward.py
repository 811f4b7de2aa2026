# %% wrong: the shortcut hands back grad_output as it came, without the gate of the last ReLU; right where the output is positive everywhere
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(a, w):
        view = np.lib.stride_tricks.sliding_window_view(
            np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", view, w), view

    z1, seen1 = conv(x, weight1)
    hidden = np.maximum(z1, 0)
    z2, seen2 = conv(hidden, weight2)
    g = grad_output * (z2 + x > 0)
    dw2 = np.einsum("nohw,nchwuv->ocuv", g, seen2)
    dh = conv(g, weight2.transpose(1, 0, 2, 3)[:, :, ::-1, ::-1])[0] * (z1 > 0)
    dw1 = np.einsum("nohw,nchwuv->ocuv", dh, seen1)
    dx = conv(dh, weight1.transpose(1, 0, 2, 3)[:, :, ::-1, ::-1])[0] + grad_output
    return dx, dw1, dw2
# %% wrong: the gate of the inner ReLU is forgotten on the way back; right where the first convolution answers nothing negative
def residual_block_backward(grad_output, x, weight1, weight2):
    def forward(a, w):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        h, v = a.shape[2:]
        return sum(np.einsum("nchw,oc->nohw", p[:, :, i:i + h, j:j + v], w[:, :, i, j])
                   for i in range(3) for j in range(3))

    def backward(g, a, w):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        ga, gw = np.zeros(p.shape), np.zeros(w.shape)
        h, v = a.shape[2:]
        for i, j in np.ndindex(3, 3):
            gw[:, :, i, j] = np.einsum("nohw,nchw->oc", g, p[:, :, i:i + h, j:j + v])
            ga[:, :, i:i + h, j:j + v] += np.einsum("nohw,oc->nchw", g, w[:, :, i, j])
        return ga[:, :, 1:-1, 1:-1], gw

    hidden = np.maximum(forward(x, weight1), 0)
    gate = forward(hidden, weight2) + x > 0
    g = grad_output * gate
    g_hidden, g2 = backward(g, hidden, weight2)
    g_x, g1 = backward(g_hidden, x, weight1)
    return g_x + g, g1, g2
# %% wrong: takes two values from a backward pass of the convolution that returns three (with the bias): raises ValueError (too many values to unpack)
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv2d(a, w):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        view = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", view, w)

    def conv2d_backward(g, a, w):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        view = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        grad_w = np.einsum("nohw,nchwuv->ocuv", g, view)
        return conv2d(g, w.swapaxes(0, 1)[..., ::-1, ::-1]), grad_w, g.sum(axis=(0, 2, 3))

    before = conv2d(x, weight1)
    hidden = np.maximum(before, 0)
    g = grad_output * (conv2d(hidden, weight2) + x > 0)
    grad_hidden, grad_weight2 = conv2d_backward(g, hidden, weight2)
    grad_x, grad_weight1 = conv2d_backward(grad_hidden * (before > 0), x, weight1)
    return grad_x + g, grad_weight1, grad_weight2
# %% wrong: two mistakes: the gradient of the shortcut is left out of grad_x, and the gate of the last ReLU looks at F(x) alone instead of F(x) + x
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(a, w):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        view = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        return np.tensordot(view, w, ([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)

    def weight_grad(g, a):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        view = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        return np.tensordot(g, view, ([0, 2, 3], [0, 2, 3]))

    def turned(w):
        return w.swapaxes(0, 1)[:, :, ::-1, ::-1]

    a = conv(x, weight1)
    h = np.maximum(a, 0)
    f = conv(h, weight2)
    g = np.where(f > 0, grad_output, 0)
    back = conv(g, turned(weight2)) * (a > 0)
    return conv(back, turned(weight1)), weight_grad(back, x), weight_grad(g, h)
# %% right: scatter over taps for both convolutions
def residual_block_backward(grad_output, x, weight1, weight2):
    h, w = x.shape[2:]

    def pad(a):
        return np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))

    def conv(a, weight):
        a = pad(a)
        y = 0
        for u, v in np.ndindex(3, 3):
            y = y + np.einsum("nchw,oc->nohw", a[:, :, u:u + h, v:v + w], weight[:, :, u, v])
        return y

    def conv_backward(g, a, weight):
        a = pad(a)
        to_a, to_weight = np.zeros(a.shape), np.zeros(weight.shape)
        for u, v in np.ndindex(3, 3):
            window = (slice(None), slice(None), slice(u, u + h), slice(v, v + w))
            to_weight[:, :, u, v] = np.tensordot(g, a[window], ([0, 2, 3], [0, 2, 3]))
            to_a[window] += np.tensordot(g, weight[:, :, u, v], (1, 0)).transpose(0, 3, 1, 2)
        return to_a[:, :, 1:1 + h, 1:1 + w], to_weight

    sums = conv(x, weight1)
    hidden = np.where(sums > 0, sums, 0)
    gated = np.where(conv(hidden, weight2) + x > 0, grad_output, 0)
    grad_hidden, grad_weight2 = conv_backward(gated, hidden, weight2)
    grad_x, grad_weight1 = conv_backward(np.where(sums > 0, grad_hidden, 0), x, weight1)
    return grad_x + gated, grad_weight1, grad_weight2
