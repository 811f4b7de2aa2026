# %% wrong: what goes around F is the gradient before the gate of the last ReLU; shows where the output is 0
def residual_block_backward(grad_output, x, weight1, weight2):
    view = np.lib.stride_tricks.sliding_window_view
    def win(a):
        return view(np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), axis=(2, 3))
    def conv(a, w):
        return np.einsum("nchwij,ocij->nohw", win(a), w)
    def conv_back(g, a, w):
        gw = np.einsum("nohw,nchwij->ocij", g, win(a))
        gx = np.einsum("nohwij,ocij->nchw", win(g), w[:, :, ::-1, ::-1])
        return gx, gw
    a1 = conv(x, weight1)
    h = np.maximum(a1, 0)
    s = conv(h, weight2) + x
    g = grad_output * (s > 0)
    gh, gw2 = conv_back(g, h, weight2)
    gx, gw1 = conv_back(gh * (a1 > 0), x, weight1)
    return gx + grad_output, gw1, gw2
# %% wrong: the gradient of the shortcut is forgotten, grad_x is only what comes back through F
def residual_block_backward(grad_output, x, weight1, weight2):
    def pad(t):
        return np.pad(t, ((0, 0), (0, 0), (1, 1), (1, 1)))
    N, C, H, W = x.shape
    def forward(t, w):
        p = pad(t)
        return sum(np.einsum("nchw,oc->nohw", p[:, :, i:i+H, j:j+W], w[:, :, i, j])
                   for i in range(3) for j in range(3))
    def backward(g, t, w):
        p = pad(t)
        gp = np.zeros(p.shape)
        gw = np.zeros(w.shape)
        for i in range(3):
            for j in range(3):
                gw[:, :, i, j] = np.einsum("nohw,nchw->oc", g, p[:, :, i:i+H, j:j+W])
                gp[:, :, i:i+H, j:j+W] += np.einsum("nohw,oc->nchw", g, w[:, :, i, j])
        return gp[:, :, 1:-1, 1:-1], gw
    before1 = forward(x, weight1)
    mid = np.maximum(before1, 0)
    before2 = forward(mid, weight2) + x
    g = np.where(before2 > 0, grad_output, 0)
    g_mid, grad_weight2 = backward(g, mid, weight2)
    g_mid = np.where(before1 > 0, g_mid, 0)
    grad_x, grad_weight1 = backward(g_mid, x, weight1)
    return grad_x, grad_weight1, grad_weight2
# %% wrong: the gate of the last ReLU looks at F(x) alone, not at F(x) + x
def residual_block_backward(grad_output, x, weight1, weight2):
    sw = np.lib.stride_tricks.sliding_window_view
    def cols(t):
        return sw(np.pad(t, ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), axis=(2, 3))
    z1 = np.einsum("nchwij,ocij->nohw", cols(x), weight1)
    r1 = z1 * (z1 > 0)
    z2 = np.einsum("nchwij,ocij->nohw", cols(r1), weight2)
    d = grad_output * (z2 > 0)
    dw2 = np.einsum("nohw,nchwij->ocij", d, cols(r1))
    dr1 = np.einsum("nohwij,ocij->nchw", cols(d), weight2[:, :, ::-1, ::-1])
    dz1 = dr1 * (z1 > 0)
    dw1 = np.einsum("nohw,nchwij->ocij", dz1, cols(x))
    dx = np.einsum("nohwij,ocij->nchw", cols(dz1), weight1[:, :, ::-1, ::-1])
    return dx + d, dw1, dw2
# %% wrong: two mistakes: the gradient of weight2 is computed with x instead of what the second convolution read, and the inner ReLU has no gate on the way back
def residual_block_backward(grad_output, x, weight1, weight2):
    def windows(t):
        t = np.pad(t, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return np.lib.stride_tricks.sliding_window_view(t, (3, 3), axis=(2, 3))
    def conv(t, w):
        return np.tensordot(windows(t), w, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
    def to_input(g, w):
        return np.einsum("nohwij,ocij->nchw", windows(g), np.flip(w, (2, 3)))
    def to_weight(g, t):
        return np.einsum("nohw,nchwij->ocij", g, windows(t))
    out = np.maximum(conv(np.maximum(conv(x, weight1), 0), weight2) + x, 0)
    g = grad_output * (out > 0)
    grad_w2 = to_weight(g, x)
    g1 = to_input(g, weight2)
    grad_w1 = to_weight(g1, x)
    return to_input(g1, weight1) + g, grad_w1, grad_w2
# %% right: each convolution is one large matrix, its backward pass the transposed one
def residual_block_backward(grad_output, x, weight1, weight2):
    n, c, h, w = x.shape
    places = np.pad(np.arange(1, h * w + 1).reshape(h, w), 1)
    shifts = np.zeros((9, h * w, h * w))  # shift[output pixel, input pixel]
    for tap in range(9):
        read = places[tap // 3 : tap // 3 + h, tap % 3 : tap % 3 + w].ravel()
        inside = np.flatnonzero(read)
        shifts[tap, inside, read[inside] - 1] = 1
    def matrix(weight):
        return np.einsum("oct,tpq->opcq", weight.reshape(c, c, 9), shifts).reshape(c * h * w, -1)
    def of_weight(grad, read):
        return np.einsum("nop,tpq,ncq->oct", grad.reshape(n, c, -1), shifts, read.reshape(n, c, -1),
                         optimize=True).reshape(c, c, 3, 3)
    flat, m1, m2 = x.reshape(n, -1), matrix(weight1), matrix(weight2)
    inner = flat @ m1.T
    opened = inner.clip(0)
    grad = grad_output.reshape(n, -1) * (opened @ m2.T + flat > 0)
    grad_inner = grad @ m2 * (inner > 0)
    return (grad + grad_inner @ m1).reshape(x.shape), of_weight(grad_inner, flat), of_weight(grad, opened)
