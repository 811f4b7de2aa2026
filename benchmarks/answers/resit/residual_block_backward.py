# %% wrong: the shortcut hands on grad_output as it came, before the gate of the last ReLU
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers.functional import conv2d, conv2d_backward, relu
    inner = conv2d(x, weight1, padding=1)
    hidden = relu(inner)
    summed = conv2d(hidden, weight2, padding=1) + x
    grad_sum = grad_output * (summed > 0)
    grad_hidden, grad_weight2, _ = conv2d_backward(grad_sum, hidden, weight2, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_hidden * (inner > 0), x, weight1, padding=1)
    return grad_x + grad_output, grad_weight1, grad_weight2
# %% wrong: the last gate is opened by F(x) alone, not by the sum F(x) + x that the last ReLU has read
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers.functional import conv2d, conv2d_backward, relu
    first = conv2d(x, weight1, padding=1)
    second = conv2d(relu(first), weight2, padding=1)
    grad = grad_output * (second > 0)
    grad_hidden, grad_weight2, _ = conv2d_backward(grad, relu(first), weight2, padding=1)
    grad_first = grad_hidden * (first > 0)
    grad_x, grad_weight1, _ = conv2d_backward(grad_first, x, weight1, padding=1)
    return grad_x + grad, grad_weight1, grad_weight2
# %% wrong: the copy that goes around F is forgotten: grad_x is only what comes back through F
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers.functional import conv2d, conv2d_backward, relu, relu_backward
    a = conv2d(x, weight1, padding=1)
    b = relu(a)
    c = conv2d(b, weight2, padding=1) + x
    grad_c = relu_backward(grad_output, c)
    grad_b, grad_weight2 = conv2d_backward(grad_c, b, weight2, padding=1)[:2]
    grad_x, grad_weight1 = conv2d_backward(relu_backward(grad_b, a), x, weight1, padding=1)[:2]
    return grad_x, grad_weight1, grad_weight2
# %% wrong: the gate of the inner ReLU is missing on the way back
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers.functional import conv2d, conv2d_backward
    hidden = np.maximum(conv2d(x, weight1, padding=1), 0)
    out = np.maximum(conv2d(hidden, weight2, padding=1) + x, 0)
    grad = np.where(out > 0, grad_output, 0.0)
    grad_hidden, grad_weight2, _ = conv2d_backward(grad, hidden, weight2, stride=1, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_hidden, x, weight1, stride=1, padding=1)
    return grad_x + grad, grad_weight1, grad_weight2
# %% right: own convolutions, both ways by windows
def residual_block_backward(grad_output, x, weight1, weight2):
    def windows(maps):
        padded = np.pad(maps, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))

    def forward(maps, weight):
        return np.einsum("ncijuv,fcuv->nfij", windows(maps), weight)

    def back(grad, maps, weight):
        turned = weight.swapaxes(0, 1)[:, :, ::-1, ::-1]
        return forward(grad, turned), np.einsum("nfij,ncijuv->fcuv", grad, windows(maps))

    first = forward(x, weight1)
    hidden = first * (first > 0)
    gated = grad_output * (forward(hidden, weight2) + x > 0)
    grad_hidden, grad_weight2 = back(gated, hidden, weight2)
    grad_x, grad_weight1 = back(grad_hidden * (first > 0), x, weight1)
    return gated + grad_x, grad_weight1, grad_weight2
