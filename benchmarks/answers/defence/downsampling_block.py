# %% wrong: in F the stride is at the second 3×3 convolution instead of the first
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    f = relu(conv2d(x, weight1, padding=1))
    f = conv2d(f, weight2, stride=stride, padding=1)
    return relu(f + conv2d(x, projection, stride=stride))
# %% wrong: the argument stride is ignored: both strides are fixed to 2
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

def downsampling_block(x, weight1, weight2, projection, stride=2):
    hidden = relu(conv2d(x, weight1, stride=2, padding=1))
    change = conv2d(hidden, weight2, padding=1)
    shortcut = conv2d(x, projection, stride=2)
    return relu(change + shortcut)
# %% wrong: F and P go through a ReLU each and are added then: relu(F(x)) + relu(P(x)) instead of relu(F(x) + P(x))
def conv2d(x, weight, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    out = relu(conv2d(x, weight1, stride, 1))
    out = relu(conv2d(out, weight2, 1, 1))
    around = relu(conv2d(x, projection, stride, 0))
    return out + around
# %% wrong: the 1×1 projection is given padding 1 as well, so its image is larger than F's and the sum raises a ValueError (or, if F gives a single pixel, spreads to a larger shape)
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

def downsampling_block(x, weight1, weight2, projection, stride=2):
    out = conv2d(x, weight1, stride=stride, padding=1)
    out = relu(out)
    out = conv2d(out, weight2, stride=1, padding=1)
    identity = conv2d(x, projection, stride=stride, padding=1)
    out = out + identity
    return relu(out)
# %% right: everything at full size first, thinned out with slices
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def same(z, weight):
        z = np.pad(z, ((0, 0), (0, 0), (1, 1), (1, 1)))
        n, c, h, w = z.shape
        flat = weight.reshape(len(weight), -1)
        answer = np.zeros((n, len(weight), h - 2, w - 2))
        for i in range(h - 2):
            for j in range(w - 2):
                answer[:, :, i, j] = z[:, :, i : i + 3, j : j + 3].reshape(n, -1) @ flat.T
        return answer

    inside = same(x, weight1)[:, :, ::stride, ::stride].clip(min=0)
    around = np.moveaxis(x[:, :, ::stride, ::stride], 1, -1) @ projection[:, :, 0, 0].T
    return (same(inside, weight2) + np.moveaxis(around, -1, 1)).clip(min=0)
