# %% wrong: crash (ValueError at the sum, for most sizes): the second 3x3 convolution of F has the stride too, so F(x) is smaller than P(x)
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    f = relu(conv2d(x, weight1, stride=stride, padding=1))
    f = conv2d(f, weight2, stride=stride, padding=1)
    p = conv2d(x, projection, stride=stride)
    return relu(f + p)
# %% wrong: the stride stands at the second 3x3 convolution of F instead of the first
def relu(x):
    return x * (x > 0)

def conv2d(x, w, stride=1, padding=0):
    n, c, h, wd = x.shape
    o, _, k, l = w.shape
    p = np.zeros((n, c, h + 2 * padding, wd + 2 * padding))
    p[:, :, padding : padding + h, padding : padding + wd] = x
    oh, ow = (h + 2 * padding - k) // stride + 1, (wd + 2 * padding - l) // stride + 1
    out = np.zeros((n, o, oh, ow))
    for i in range(k):
        for j in range(l):
            part = p[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride]
            out += np.tensordot(part, w[:, :, i, j], axes=(1, 1)).transpose(0, 3, 1, 2)
    return out

def downsampling_block(x, weight1, weight2, projection, stride=2):
    first = relu(conv2d(x, weight1, padding=1))
    second = conv2d(first, weight2, stride, padding=1)
    around = conv2d(x, projection, stride)
    return relu(second + around)
# %% wrong: the argument stride is ignored, both ways always use 2
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    shortcut = conv2d(x, projection, stride=2)
    out = conv2d(relu(conv2d(x, weight1, stride=2, padding=1)), weight2, padding=1)
    return relu(out + shortcut)
# %% wrong: two mistakes: the ReLU between the two convolutions of F is missing, and so is the last ReLU, behind the sum
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    main = conv2d(x, weight1, stride=stride, padding=1)
    main = conv2d(main, weight2, padding=1)
    side = conv2d(x, projection, stride=stride)
    return main + side
# %% right: full convolutions, rows and columns left out afterwards, projection by einsum
def relu(x):
    return x * (x > 0)

def conv2d(x, w, stride=1, padding=0):
    n, c, h, wd = x.shape
    o, _, k, l = w.shape
    p = np.zeros((n, c, h + 2 * padding, wd + 2 * padding))
    p[:, :, padding : padding + h, padding : padding + wd] = x
    oh, ow = (h + 2 * padding - k) // stride + 1, (wd + 2 * padding - l) // stride + 1
    out = np.zeros((n, o, oh, ow))
    for i in range(k):
        for j in range(l):
            part = p[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride]
            out += np.tensordot(part, w[:, :, i, j], axes=(1, 1)).transpose(0, 3, 1, 2)
    return out

def downsampling_block(x, weight1, weight2, projection, stride=2):
    every = (..., slice(None, None, stride), slice(None, None, stride))
    inner = relu(conv2d(x, weight1, padding=1)[every])
    side = np.einsum("oc,nchw->nohw", projection[:, :, 0, 0], x[every])
    return relu(conv2d(inner, weight2, padding=1) + side)
