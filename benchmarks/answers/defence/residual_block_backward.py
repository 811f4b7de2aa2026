# %% wrong: the gradient of the shortcut is missing in grad_x: only what comes back through F is returned
def conv3(x, weight):
    x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows, weight)

def conv3_backward(grad, x, weight):
    x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(2, 3))
    grad_weight = np.einsum("nohw,nchwij->ocij", grad, windows)
    return conv3(grad, weight[:, :, ::-1, ::-1].swapaxes(0, 1)), grad_weight

def residual_block_backward(grad_output, x, weight1, weight2):
    a = conv3(x, weight1)
    h = np.maximum(a, 0)
    s = conv3(h, weight2) + x
    g = grad_output * (s > 0)
    grad_h, grad_weight2 = conv3_backward(g, h, weight2)
    grad_x, grad_weight1 = conv3_backward(grad_h * (a > 0), x, weight1)
    return grad_x, grad_weight1, grad_weight2
# %% wrong: the shortcut adds grad_output itself to grad_x, without the gate of the last ReLU
def conv3(x, weight):
    x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows, weight)

def conv3_backward(grad, x, weight):
    x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(2, 3))
    grad_weight = np.einsum("nohw,nchwij->ocij", grad, windows)
    return conv3(grad, weight[:, :, ::-1, ::-1].swapaxes(0, 1)), grad_weight

def residual_block_backward(grad_output, x, weight1, weight2):
    before_relu = conv3(x, weight1)
    hidden = np.maximum(before_relu, 0)
    total = conv3(hidden, weight2) + x
    gated = np.where(total > 0, grad_output, 0)
    grad_hidden, gw2 = conv3_backward(gated, hidden, weight2)
    grad_before = np.where(before_relu > 0, grad_hidden, 0)
    grad_x, gw1 = conv3_backward(grad_before, x, weight1)
    return grad_x + grad_output, gw1, gw2
# %% wrong: grad_weight2 is computed from the first convolution's output before the inner ReLU instead of after it
def conv3(x, weight):
    x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows, weight)

def conv3_backward(grad, x, weight):
    x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(2, 3))
    grad_weight = np.einsum("nohw,nchwij->ocij", grad, windows)
    return conv3(grad, weight[:, :, ::-1, ::-1].swapaxes(0, 1)), grad_weight

def residual_block_backward(grad_output, x, weight1, weight2):
    z1 = conv3(x, weight1)
    z2 = conv3(np.maximum(z1, 0), weight2) + x
    g = grad_output * (z2 > 0)
    d1, dw2 = conv3_backward(g, z1, weight2)
    d1 = d1 * (z1 > 0)
    dx, dw1 = conv3_backward(d1, x, weight1)
    return dx + g, dw1, dw2
# %% wrong: two mistakes: the gate of the inner ReLU is left out on the way back, and the gradients of the weights are returned in the wrong order (weight2 before weight1)
def conv3(x, weight):
    x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows, weight)

def conv3_backward(grad, x, weight):
    x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(2, 3))
    grad_weight = np.einsum("nohw,nchwij->ocij", grad, windows)
    return conv3(grad, weight[:, :, ::-1, ::-1].swapaxes(0, 1)), grad_weight

def residual_block_backward(grad_output, x, weight1, weight2):
    first = conv3(x, weight1)
    act = np.maximum(first, 0)
    out = conv3(act, weight2) + x
    g = grad_output * (out > 0)
    g_act, g_w2 = conv3_backward(g, act, weight2)
    g_x, g_w1 = conv3_backward(g_act, x, weight1)
    return g_x + g, g_w2, g_w1
# %% right: the chain as a loop over a tape, gradients scattered window by window
def residual_block_backward(grad_output, x, weight1, weight2):
    def windows(z):
        z = np.pad(z, ((0, 0), (0, 0), (1, 1), (1, 1)))
        h, w = z.shape[2] - 2, z.shape[3] - 2
        return np.stack([z[:, :, i : i + h, j : j + w] for i in range(3) for j in range(3)], axis=2)

    tape, signal = [], x
    for weight in (weight1, weight2):
        columns = windows(signal)
        signal = np.einsum("nckhw,ock->nohw", columns, weight.reshape(*weight.shape[:2], 9))
        tape.append((columns, weight, signal))
        signal = np.maximum(signal, 0)
    gate = tape[1][2] + x > 0
    back, found = grad_output * gate, []
    for turn, (columns, weight, answer) in enumerate(reversed(tape)):
        if turn:
            back = back * (answer > 0)
        found.append(np.einsum("nohw,nckhw->ock", back, columns).reshape(weight.shape))
        n, o, h, w = back.shape
        padded = np.zeros((n, weight.shape[1], h + 2, w + 2))
        for i in range(3):
            for j in range(3):
                padded[:, :, i : i + h, j : j + w] += np.einsum("nohw,oc->nchw", back, weight[:, :, i, j])
        back = padded[:, :, 1:-1, 1:-1]
    return back + grad_output * gate, found[1], found[0]
