# %% wrong: around F goes grad_output itself, not what the gate of the last ReLU lets through; shows where the sum is negative
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def conv2d_backward(grad, x, w):
    """Gradients of x and w; 3×3, padding 1."""
    turned = w[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    return conv2d(grad, turned, padding=1), np.einsum("nohw,nchwij->ocij", grad, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    h = conv2d(x, weight1, padding=1)
    a = relu(h)
    s = conv2d(a, weight2, padding=1) + x
    g = grad_output * (s > 0)
    ga, gw2 = conv2d_backward(g, a, weight2)
    gx, gw1 = conv2d_backward(ga * (h > 0), x, weight1)
    return gx + grad_output, gw1, gw2

# %% wrong: the gate of the inner ReLU is missing on the way back; grad_x and grad_weight1 are wrong
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def conv2d_backward(grad, x, w):
    """Gradients of x and w; 3×3, padding 1."""
    turned = w[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    return conv2d(grad, turned, padding=1), np.einsum("nohw,nchwij->ocij", grad, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    middle = relu(conv2d(x, weight1, padding=1))
    total = conv2d(middle, weight2, padding=1) + x
    grad = np.where(total > 0, grad_output, 0)
    grad_middle, grad_weight2 = conv2d_backward(grad, middle, weight2)
    grad_x, grad_weight1 = conv2d_backward(grad_middle, x, weight1)
    return grad_x + grad, grad_weight1, grad_weight2

# %% wrong: grad_weight2 is computed from what the inner ReLU read, not from what it gave
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def conv2d_backward(grad, x, w):
    """Gradients of x and w; 3×3, padding 1."""
    turned = w[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    return conv2d(grad, turned, padding=1), np.einsum("nohw,nchwij->ocij", grad, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    z1 = conv2d(x, weight1, padding=1)
    z2 = conv2d(relu(z1), weight2, padding=1)
    d2 = grad_output * ((z2 + x) > 0)
    d1, grad_weight2 = conv2d_backward(d2, z1, weight2)
    d1 = d1 * (z1 > 0)
    dx, grad_weight1 = conv2d_backward(d1, x, weight1)
    return dx + d2, grad_weight1, grad_weight2

# %% wrong: two mistakes: nothing goes around F (grad_x only has what comes through the convolutions), and the last gate is open where F(x) > 0 instead of where F(x) + x > 0
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def conv2d_backward(grad, x, w):
    """Gradients of x and w; 3×3, padding 1."""
    turned = w[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    return conv2d(grad, turned, padding=1), np.einsum("nohw,nchwij->ocij", grad, windows)

def residual_block_backward(grad_output, x, weight1, weight2):
    # forward
    y1 = conv2d(x, weight1, padding=1)
    r1 = relu(y1)
    y2 = conv2d(r1, weight2, padding=1)
    # backward
    dy2 = grad_output * (y2 > 0)
    dr1, dw2 = conv2d_backward(dy2, r1, weight2)
    dy1 = dr1 * (y1 > 0)
    dx, dw1 = conv2d_backward(dy1, x, weight1)
    return dx, dw1, dw2

# %% right: forward and back as nine shifted products for each kernel, without a separate convolution
def residual_block_backward(grad_output, x, weight1, weight2):
    height, width = x.shape[2:]
    places = [(i, j) for i in range(3) for j in range(3)]

    def framed(a):
        return np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))

    def window(a, i, j):
        return a[:, :, i:i + height, j:j + width]

    def forth(a, weight):
        return sum(np.einsum("oc,nchw->nohw", weight[:, :, i, j], window(framed(a), i, j))
                   for i, j in places)

    def back(grad, a, weight):
        grad_a, grad_weight = framed(np.zeros(a.shape)), np.zeros(weight.shape)
        for i, j in places:
            window(grad_a, i, j)[...] += np.einsum("oc,nohw->nchw", weight[:, :, i, j], grad)
            grad_weight[:, :, i, j] = np.einsum("nohw,nchw->oc", grad, window(framed(a), i, j))
        return grad_a[:, :, 1:-1, 1:-1], grad_weight

    first = forth(x, weight1)
    gated = np.maximum(first, 0)
    outer = np.where(forth(gated, weight2) + x > 0, grad_output, 0)
    inner, grad_weight2 = back(outer, gated, weight2)
    through, grad_weight1 = back(np.where(first > 0, inner, 0), x, weight1)
    return outer + through, grad_weight1, grad_weight2
