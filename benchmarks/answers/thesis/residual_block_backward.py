# %% wrong: grad_x has only what comes back through F; the shortcut's copy is missing
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(p, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight)

def relu(x):
    return np.maximum(x, 0)

def back(grad, x, weight):
    """Backward pass of a 3x3 convolution with padding 1: (grad_x, grad_weight)."""
    h, w = x.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    gx, gw = np.zeros_like(xp), np.zeros_like(weight)
    for i in range(3):
        for j in range(3):
            gw[:, :, i, j] = np.einsum("nohw,nchw->oc", grad, xp[:, :, i:i + h, j:j + w])
            gx[:, :, i:i + h, j:j + w] += np.einsum("nohw,oc->nchw", grad, weight[:, :, i, j])
    return gx[:, :, 1:-1, 1:-1], gw

def residual_block_backward(grad_output, x, weight1, weight2):
    pre = conv2d(x, weight1, padding=1)
    hidden = relu(pre)
    y = conv2d(hidden, weight2, padding=1) + x
    g = grad_output * (y > 0)
    g_hidden, g_w2 = back(g, hidden, weight2)
    g_pre = g_hidden * (pre > 0)
    g_x, g_w1 = back(g_pre, x, weight1)
    return g_x, g_w1, g_w2
# %% wrong: the shortcut's copy is the raw grad_output, not behind the gate of the last ReLU
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(p, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight)

def relu(x):
    return np.maximum(x, 0)

def back(grad, x, weight):
    """Backward pass of a 3x3 convolution with padding 1: (grad_x, grad_weight)."""
    h, w = x.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    gx, gw = np.zeros_like(xp), np.zeros_like(weight)
    for i in range(3):
        for j in range(3):
            gw[:, :, i, j] = np.einsum("nohw,nchw->oc", grad, xp[:, :, i:i + h, j:j + w])
            gx[:, :, i:i + h, j:j + w] += np.einsum("nohw,oc->nchw", grad, weight[:, :, i, j])
    return gx[:, :, 1:-1, 1:-1], gw

def residual_block_backward(grad_output, x, weight1, weight2):
    before1 = conv2d(x, weight1, padding=1)
    after1 = relu(before1)
    before2 = conv2d(after1, weight2, padding=1) + x
    grad = np.where(before2 > 0, grad_output, 0)
    grad_after1, grad_weight2 = back(grad, after1, weight2)
    grad_before1 = np.where(before1 > 0, grad_after1, 0)
    grad_x, grad_weight1 = back(grad_before1, x, weight1)
    return grad_x + grad_output, grad_weight1, grad_weight2
# %% wrong: the inner ReLU has no gate on the way back; shows in grad_x and grad_weight1
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(p, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight)

def relu(x):
    return np.maximum(x, 0)

def back(grad, x, weight):
    """Backward pass of a 3x3 convolution with padding 1: (grad_x, grad_weight)."""
    h, w = x.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    gx, gw = np.zeros_like(xp), np.zeros_like(weight)
    for i in range(3):
        for j in range(3):
            gw[:, :, i, j] = np.einsum("nohw,nchw->oc", grad, xp[:, :, i:i + h, j:j + w])
            gx[:, :, i:i + h, j:j + w] += np.einsum("nohw,oc->nchw", grad, weight[:, :, i, j])
    return gx[:, :, 1:-1, 1:-1], gw

def residual_block_backward(grad_output, x, weight1, weight2):
    # forward again
    a = relu(conv2d(x, weight1, padding=1))
    out = relu(conv2d(a, weight2, padding=1) + x)
    # backward
    d = grad_output * (out > 0)
    da, dw2 = back(d, a, weight2)
    dx, dw1 = back(da, x, weight1)
    return dx + d, dw1, dw2
# %% wrong: two mistakes: the last gate looks at F(x) without x, and the weights' gradients come back in the order 2, 1
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(p, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight)

def relu(x):
    return np.maximum(x, 0)

def back(grad, x, weight):
    """Backward pass of a 3x3 convolution with padding 1: (grad_x, grad_weight)."""
    h, w = x.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    gx, gw = np.zeros_like(xp), np.zeros_like(weight)
    for i in range(3):
        for j in range(3):
            gw[:, :, i, j] = np.einsum("nohw,nchw->oc", grad, xp[:, :, i:i + h, j:j + w])
            gx[:, :, i:i + h, j:j + w] += np.einsum("nohw,oc->nchw", grad, weight[:, :, i, j])
    return gx[:, :, 1:-1, 1:-1], gw

def residual_block_backward(grad_output, x, weight1, weight2):
    z1 = conv2d(x, weight1, padding=1)
    h = relu(z1)
    z2 = conv2d(h, weight2, padding=1)
    up = grad_output * (z2 > 0)
    gh, gw2 = back(up, h, weight2)
    gx, gw1 = back(gh * (z1 > 0), x, weight1)
    return gx + up, gw2, gw1
# %% right: the convolutions as matrices over 3×3 columns, going back by their transposes
def residual_block_backward(grad_output, x, weight1, weight2):
    images, channels, high, wide = x.shape
    def columns(signal):
        framed = np.pad(signal, ((0, 0), (0, 0), (1, 1), (1, 1)))
        parts = [framed[:, :, i:i + high, j:j + wide] for i in range(3) for j in range(3)]
        return np.stack(parts, axis=2).reshape(images, channels * 9, high * wide)
    def scatter(grads):
        grads = grads.reshape(images, channels, 3, 3, high, wide)
        framed = np.zeros((images, channels, high + 2, wide + 2), grads.dtype)
        for i, j in np.ndindex(3, 3):
            framed[:, :, i:i + high, j:j + wide] += grads[:, :, i, j]
        return framed[:, :, 1:1 + high, 1:1 + wide]
    flat1, flat2 = weight1.reshape(channels, -1), weight2.reshape(channels, -1)
    cols1 = columns(x)
    low = (flat1 @ cols1).reshape(x.shape)
    cols2 = columns(np.maximum(low, 0))
    top = (flat2 @ cols2).reshape(x.shape) + x
    passed = np.where(top > 0, grad_output, 0)
    up = passed.reshape(images, channels, -1)
    grad_low = np.where(low > 0, scatter(flat2.T @ up), 0).reshape(images, channels, -1)
    grad2 = (up @ cols2.transpose(0, 2, 1)).sum(axis=0).reshape(weight2.shape)
    grad1 = (grad_low @ cols1.transpose(0, 2, 1)).sum(axis=0).reshape(weight1.shape)
    return passed + scatter(flat1.T @ grad_low), grad1, grad2
