# %% wrong: the last ReLU stands before the sum: relu(F(x)) + x
def residual_block(x, weight1, weight2):
    def conv(x, w):
        padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
        return np.einsum("nchwij,ocij->nohw", windows, w)

    hidden = np.maximum(conv(x, weight1), 0)
    return np.maximum(conv(hidden, weight2), 0) + x
# %% wrong: no ReLU between the two convolutions of F
def conv3x3(x, w):
    n, c, h, width = x.shape
    p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    out = np.zeros((n, w.shape[0], h, width))
    for i in range(3):
        for j in range(3):
            out += np.einsum("nchw,oc->nohw", p[:, :, i : i + h, j : j + width], w[:, :, i, j])
    return out

def residual_block(x, weight1, weight2):
    f = conv3x3(conv3x3(x, weight1), weight2)
    return np.maximum(f + x, 0)
# %% wrong: x is overwritten, so what is added to F(x) is the ReLU of the first convolution in place of the block's input
def relu(a):
    return np.maximum(a, 0)

def conv3x3(x, w):
    n, c, h, width = x.shape
    p = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    return sum(np.einsum("nchw,oc->nohw", p[:, :, i : i + h, j : j + width], w[:, :, i, j])
               for i in range(3) for j in range(3))

def residual_block(x, weight1, weight2):
    x = relu(conv3x3(x, weight1))
    shortcut = x
    x = conv3x3(x, weight2)
    return relu(x + shortcut)
# %% wrong: both convolutions use weight1, weight2 is never read
def residual_block(x, weight1, weight2):
    shortcut = x
    for _ in range(2):
        padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
        windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
        change = np.einsum("nchwij,ocij->nohw", windows, weight1)
        x = np.where(change > 0, change, 0)
    return np.maximum(change + shortcut, 0)
# %% right: images as rows of windows (a matrix product each), ReLU as a product with a mask
def residual_block(x, weight1, weight2):
    n, c, h, w = x.shape

    def conv(maps, weight):
        p = np.pad(maps, [(0, 0), (0, 0), (1, 1), (1, 1)])
        taps = np.stack([p[:, :, i : i + h, j : j + w] for i in range(3) for j in range(3)], axis=2)
        return (weight.reshape(c, -1) @ taps.reshape(n, c * 9, h * w)).reshape(n, c, h, w)

    hidden = conv(x, weight1)
    total = x + conv(hidden * (hidden > 0), weight2)
    return total * (total > 0)
