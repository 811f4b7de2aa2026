# %% wrong: the last ReLU stands before the sum: relu(F(x)) + x
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
# %% wrong: x is overwritten on the way, so relu(F(x) + F(x)) is returned instead of relu(F(x) + x)
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    kh, kw = weight.shape[2:]
    ho, wo = (p.shape[2] - kh) // stride + 1, (p.shape[3] - kw) // stride + 1
    out = 0
    for i in range(kh):
        for j in range(kw):
            view = p[:, :, i : i + stride * (ho - 1) + 1 : stride, j : j + stride * (wo - 1) + 1 : stride]
            out = out + np.einsum("nchw,oc->nohw", view, weight[:, :, i, j])
    return out

def relu(x):
    return x * (x > 0)

def residual_block(x, weight1, weight2):
    x = relu(conv2d(x, weight1, padding=1))
    x = conv2d(x, weight2, padding=1)
    return relu(x + x)
# %% wrong: the second convolution uses weight1 again; weight2 is ignored
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def residual_block(x, weight1, weight2):
    hidden = relu(conv2d(x, weight1, padding=1))
    change = conv2d(hidden, weight1, padding=1)
    return relu(change + x)
# %% wrong: the ReLU between the two convolutions is missing
def conv2d(x, weight, stride=1, padding=0):
    p = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    kh, kw = weight.shape[2:]
    ho, wo = (p.shape[2] - kh) // stride + 1, (p.shape[3] - kw) // stride + 1
    out = 0
    for i in range(kh):
        for j in range(kw):
            view = p[:, :, i : i + stride * (ho - 1) + 1 : stride, j : j + stride * (wo - 1) + 1 : stride]
            out = out + np.einsum("nchw,oc->nohw", view, weight[:, :, i, j])
    return out

def relu(x):
    return x * (x > 0)

def residual_block(x, weight1, weight2):
    f = conv2d(conv2d(x, weight1, padding=1), weight2, padding=1)
    return relu(f + x)
# %% right: F as a loop over the weights, each 3×3 as nine shifted products
def residual_block(x, weight1, weight2):
    height, width = x.shape[2:]
    y = x
    for turn, weight in enumerate((weight1, weight2)):
        y = np.pad(np.where(y > 0, y, 0) if turn else y, ((0, 0), (0, 0), (1, 1), (1, 1)))
        y = sum(
            np.tensordot(weight[:, :, i, j], y[:, :, i : i + height, j : j + width], axes=(1, 1))
            for i in range(3)
            for j in range(3)
        ).swapaxes(0, 1)
    y = y + x
    return np.where(y > 0, y, 0)
