# %% wrong: the last ReLU stands before the sum, relu(F) + x; shows where x or F is negative
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(p, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    inner = relu(conv2d(x, weight1, padding=1))
    f = relu(conv2d(inner, weight2, padding=1))
    return f + x
# %% wrong: no ReLU between the two convolutions
def conv(x, weight, stride, padding):
    n, c, h, w = x.shape
    o, _, kh, kw = weight.shape
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding), x.dtype)
    padded[:, :, padding:padding + h, padding:padding + w] = x
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    out = np.zeros((n, o, oh, ow), x.dtype)
    for i in range(oh):
        for j in range(ow):
            piece = padded[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[:, :, i, j] = np.tensordot(piece, weight, axes=([1, 2, 3], [1, 2, 3]))
    return out

def residual_block(x, weight1, weight2):
    y = conv(x, weight1, 1, 1)
    y = conv(y, weight2, 1, 1)
    y = y + x
    y[y < 0] = 0
    return y
# %% wrong: x is overwritten on the way, so the shortcut adds what the second convolution reads, not what the block reads
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(p, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    x = relu(conv2d(x, weight1, padding=1))
    return relu(conv2d(x, weight2, padding=1) + x)
# %% wrong: the answer is right, but F is added into x itself (+=), so the argument changes
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(p, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    F = conv2d(relu(conv2d(x, weight1, padding=1)), weight2, padding=1)
    x += F
    return relu(x)
# %% right: nine shifted products for each convolution
def residual_block(x, weight1, weight2):
    def same(signal, weight):
        high, wide = signal.shape[2:]
        framed = np.pad(signal, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return sum(np.moveaxis(np.tensordot(weight[:, :, i, j], framed[:, :, i:i + high, j:j + wide],
                                            axes=(1, 1)), 0, 1)
                   for i in range(3) for j in range(3))
    change = same(same(x, weight1).clip(min=0), weight2)
    return (x + change).clip(min=0)
