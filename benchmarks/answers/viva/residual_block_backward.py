# %% wrong: the gate of the last ReLU asks whether F(x) is positive instead of F(x) + x
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(x, w):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        views = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", views, w)

    def conv_backward(g, x, w):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        views = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        turned = w[:, :, ::-1, ::-1].swapaxes(0, 1)
        return conv(g, turned), np.einsum("nohw,nchwuv->ocuv", g, views)

    z1 = conv(x, weight1)
    a1 = np.maximum(z1, 0)
    z2 = conv(a1, weight2)
    g = grad_output * (z2 > 0)
    g1, grad_weight2 = conv_backward(g, a1, weight2)
    gx, grad_weight1 = conv_backward(g1 * (z1 > 0), x, weight1)
    return gx + g, grad_weight1, grad_weight2
# %% wrong: grad_weight2 is computed with what the inner ReLU reads instead of what it gives
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv2d(x, weight):
        padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        H, W = x.shape[2:]
        return sum(np.einsum("nchw,oc->nohw", padded[:, :, u:u + H, v:v + W], weight[:, :, u, v])
                   for u in range(3) for v in range(3))

    def conv2d_backward(grad, x, weight):
        padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        H, W = x.shape[2:]
        grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
        for u in range(3):
            for v in range(3):
                grad_padded[:, :, u:u + H, v:v + W] += np.einsum("nohw,oc->nchw", grad, weight[:, :, u, v])
                grad_weight[:, :, u, v] = np.einsum("nohw,nchw->oc", grad, padded[:, :, u:u + H, v:v + W])
        return grad_padded[:, :, 1:-1, 1:-1], grad_weight

    first = conv2d(x, weight1)
    second = conv2d(np.maximum(first, 0), weight2)
    grad_sum = grad_output * (second + x > 0)
    grad_hidden, grad_weight2 = conv2d_backward(grad_sum, first, weight2)
    grad_first = grad_hidden * (first > 0)
    grad_x, grad_weight1 = conv2d_backward(grad_first, x, weight1)
    return grad_x + grad_sum, grad_weight1, grad_weight2
# %% wrong: the gradients are right, but the argument grad_output is changed: it is set to 0 in place where the last ReLU is closed
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(x, w):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        views = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", views, w)

    def back(g, x, w):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        views = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        return conv(g, w[:, :, ::-1, ::-1].swapaxes(0, 1)), np.einsum("nohw,nchwuv->ocuv", g, views)

    pre1 = conv(x, weight1)
    hidden = np.maximum(pre1, 0)
    pre2 = conv(hidden, weight2) + x
    grad_output[pre2 <= 0] = 0
    grad_hidden, dw2 = back(grad_output, hidden, weight2)
    grad_hidden = np.where(pre1 > 0, grad_hidden, 0)
    dx, dw1 = back(grad_hidden, x, weight1)
    return dx + grad_output, dw1, dw2
# %% wrong: two mistakes: the gate of the inner ReLU is forgotten on the way back, and the copy along the shortcut does not pass the gate of the last ReLU (grad_output itself is added to grad_x)
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(x, w):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        views = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        return np.einsum("nchwuv,ocuv->nohw", views, w)

    def conv_backward(g, x, w):
        p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        views = np.lib.stride_tricks.sliding_window_view(p, (3, 3), axis=(2, 3))
        turned = w[:, :, ::-1, ::-1].swapaxes(0, 1)
        return conv(g, turned), np.einsum("nohw,nchwuv->ocuv", g, views)

    hidden = np.maximum(conv(x, weight1), 0)
    total = conv(hidden, weight2) + x
    grad = grad_output * (total > 0)
    grad, grad_w2 = conv_backward(grad, hidden, weight2)
    grad, grad_w1 = conv_backward(grad, x, weight1)
    return grad + grad_output, grad_w1, grad_w2
# %% right: the convolutions as explicit matrices on flattened images
def residual_block_backward(grad_output, x, weight1, weight2):
    n, c, h, w = x.shape

    def windows():
        for i, j, u, v in np.ndindex(h, w, 3, 3):
            if 0 <= i + u - 1 < h and 0 <= j + v - 1 < w:
                yield i, j, u, v, i + u - 1, j + v - 1

    def as_matrix(weight):
        big = np.zeros((c, h, w, c, h, w))
        for i, j, u, v, r, s in windows():
            big[:, i, j, :, r, s] = weight[:, :, u, v]
        return big.reshape(c * h * w, c * h * w)

    def of_weight(slopes):
        slopes, grad = slopes.reshape(c, h, w, c, h, w), np.zeros((c, c, 3, 3))
        for i, j, u, v, r, s in windows():
            grad[:, :, u, v] += slopes[:, i, j, :, r, s]
        return grad

    first, second = as_matrix(weight1), as_matrix(weight2)
    flat, upstream = x.reshape(n, -1), grad_output.reshape(n, -1)
    before = flat @ first.T
    inner = before.clip(0)
    g = np.where(inner @ second.T + flat > 0, upstream, 0)
    g_inner = np.where(before > 0, g @ second, 0)
    return (g + g_inner @ first).reshape(x.shape), of_weight(g_inner.T @ flat), of_weight(g.T @ inner)
