# %% wrong: the projection is added behind the last ReLU, relu(F) + P
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(p, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    F = relu(conv2d(x, weight1, stride=stride, padding=1))
    F = conv2d(F, weight2, padding=1)
    return relu(F) + conv2d(x, projection, stride=stride)
# %% wrong: the second 3×3 of F has the stride, not the first; shows with a stride above 1
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

def downsampling_block(x, weight1, weight2, projection, stride=2):
    a = conv(x, weight1, 1, 1)
    a = np.where(a > 0, a, 0)
    b = conv(a, weight2, stride, 1)
    s = conv(x, projection, stride, 0)
    return np.where(b + s > 0, b + s, 0)
# %% wrong: the stride is always 2; shows with any other stride
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(p, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    way = conv2d(relu(conv2d(x, weight1, stride=2, padding=1)), weight2, padding=1)
    shortcut = conv2d(x, projection, stride=2)
    return relu(way + shortcut)
# %% wrong: the projection has a ReLU of its own before the sum; shows where P is negative and F positive
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(p, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, weight)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    f = conv2d(relu(conv2d(x, weight1, stride=stride, padding=1)), weight2, padding=1)
    p = relu(conv2d(x, projection, stride=stride))
    return relu(f + p)
# %% right: columns by index lists, the projection as a matrix product of every stride-th pixel
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def three(signal, weight, step):
        framed = np.pad(signal, ((0, 0), (0, 0), (1, 1), (1, 1)))
        tops = np.arange(0, signal.shape[2], step)[:, None] + np.arange(3)
        lefts = np.arange(0, signal.shape[3], step)[:, None] + np.arange(3)
        seen = framed[:, :, tops[:, None, :, None], lefts[None, :, None, :]]
        return np.einsum("nchwij,ocij->nohw", seen, weight)
    hidden = three(x, weight1, stride)
    hidden = hidden * (hidden > 0)
    thin = np.einsum("oc,nchw->nohw", projection[:, :, 0, 0], x[:, :, ::stride, ::stride])
    total = three(hidden, weight2, 1) + thin
    return total * (total > 0)
