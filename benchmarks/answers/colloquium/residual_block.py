# %% wrong: the last ReLU stands before the sum: relu(F(x)) + x, and nothing behind it
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    out = relu(conv2d(x, weight1, padding=1))
    out = relu(conv2d(out, weight2, padding=1))
    return out + x
# %% wrong: the ReLU between the two convolutions is missing
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

def residual_block(x, weight1, weight2):
    h = conv2d(x, weight1, padding=1)
    f = conv2d(h, weight2, padding=1)
    return relu(f + x)
# %% wrong: x is overwritten, so the shortcut adds the output of the first convolution and ReLU instead of the block's input
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    x = relu(conv2d(x, weight1, padding=1))
    y = conv2d(x, weight2, padding=1)
    y = y + x
    return relu(y)
# %% wrong: both convolutions use weight1, weight2 is never read
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    identity = x
    out = conv2d(x, weight1, padding=1)
    out = relu(out)
    out = conv2d(out, weight1, padding=1)
    out += identity
    return relu(out)
# %% right: images one by one, each convolution as a sum of nine shifted products
def residual_block(x, weight1, weight2):
    def conv3(image, weight):
        _, h, w = image.shape
        p = np.pad(image, ((0, 0), (1, 1), (1, 1)))
        return sum(np.tensordot(weight[:, :, i, j], p[:, i : i + h, j : j + w], axes=1)
                   for i in range(3) for j in range(3))

    return np.stack([(conv3(conv3(im, weight1).clip(0), weight2) + im).clip(0) for im in x])
