# %% wrong: around F goes grad_output itself, without the gate of the last ReLU
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def conv2d_backward(grad, x, weight, padding=1):
    """Gradients of x and weight (stride 1)."""
    k = weight.shape[2]
    turned = weight[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    grad_x = conv2d(grad, turned, padding=k - 1 - padding)
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(2, 3))
    return grad_x, np.einsum("nohw,nchwij->ocij", grad, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    before1 = conv2d(x, weight1, padding=1)
    hidden = relu(before1)
    before2 = conv2d(hidden, weight2, padding=1) + x
    grad = grad_output * (before2 > 0)
    grad_hidden, grad_weight2 = conv2d_backward(grad, hidden, weight2)
    grad_x, grad_weight1 = conv2d_backward(grad_hidden * (before1 > 0), x, weight1)
    return grad_x + grad_output, grad_weight1, grad_weight2
# %% wrong: the gate of the last ReLU asks whether F(x) > 0, not whether F(x) + x > 0
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def conv2d_backward(grad, x, weight, padding=1):
    """Gradients of x and weight (stride 1)."""
    k = weight.shape[2]
    turned = weight[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    grad_x = conv2d(grad, turned, padding=k - 1 - padding)
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(2, 3))
    return grad_x, np.einsum("nohw,nchwij->ocij", grad, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    a = conv2d(x, weight1, padding=1)
    h = relu(a)
    f = conv2d(h, weight2, padding=1)
    g = np.where(f > 0, grad_output, 0)
    gh, gw2 = conv2d_backward(g, h, weight2)
    ga = np.where(a > 0, gh, 0)
    gx, gw1 = conv2d_backward(ga, x, weight1)
    return gx + g, gw1, gw2
# %% wrong: grad_weight2 is computed from what the inner ReLU has read, not from what it gave
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def conv2d_backward(grad, x, weight, padding=1):
    """Gradients of x and weight (stride 1)."""
    k = weight.shape[2]
    turned = weight[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    grad_x = conv2d(grad, turned, padding=k - 1 - padding)
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(2, 3))
    return grad_x, np.einsum("nohw,nchwij->ocij", grad, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    z1 = conv2d(x, weight1, padding=1)
    z2 = conv2d(relu(z1), weight2, padding=1) + x
    dz2 = grad_output * (z2 > 0)
    dz1, dw2 = conv2d_backward(dz2, z1, weight2)
    dz1 = dz1 * (z1 > 0)
    dx, dw1 = conv2d_backward(dz1, x, weight1)
    dx += dz2
    return dx, dw1, dw2
# %% wrong: two mistakes: the gradient of the shortcut is not added to grad_x, and the gate of the inner ReLU is missing
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def conv2d_backward(grad, x, weight, padding=1):
    """Gradients of x and weight (stride 1)."""
    k = weight.shape[2]
    turned = weight[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    grad_x = conv2d(grad, turned, padding=k - 1 - padding)
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(2, 3))
    return grad_x, np.einsum("nohw,nchwij->ocij", grad, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    inner = relu(conv2d(x, weight1, padding=1))
    out = relu(conv2d(inner, weight2, padding=1) + x)
    grad = grad_output * (out > 0)
    grad_inner, grad_weight2 = conv2d_backward(grad, inner, weight2)
    grad_x, grad_weight1 = conv2d_backward(grad_inner, x, weight1)
    return grad_x, grad_weight1, grad_weight2
# %% right: nine shifts, gradients gathered place by place
def residual_block_backward(grad_output, x, weight1, weight2):
    h, w = x.shape[2:]
    shifts = [(i, j) for i in range(3) for j in range(3)]
    pad = lambda a: np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))

    def forward(a, weight):
        p = pad(a)
        return sum(np.einsum("oc,nchw->nohw", weight[:, :, i, j], p[:, :, i : i + h, j : j + w])
                   for i, j in shifts)

    def backward(g, a, weight):
        p, into, gw = pad(a), np.zeros(pad(a).shape), np.zeros(weight.shape)
        for i, j in shifts:
            view = np.s_[:, :, i : i + h, j : j + w]
            into[view] += np.einsum("oc,nohw->nchw", weight[:, :, i, j], g)
            gw[:, :, i, j] = np.einsum("nohw,nchw->oc", g, p[view])
        return into[:, :, 1:-1, 1:-1], gw

    z = forward(x, weight1)
    gate = forward(z.clip(0), weight2) + x > 0
    g = np.where(gate, grad_output, 0.0)
    gz, gw2 = backward(g, z.clip(0), weight2)
    gx, gw1 = backward(np.where(z > 0, gz, 0.0), x, weight1)
    return gx + g, gw1, gw2
