# %% wrong: in F the stride is at the second convolution in place of the first
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    hidden = np.maximum(conv2d(x, weight1, padding=1), 0)
    change = conv2d(hidden, weight2, stride=stride, padding=1)
    return np.maximum(change + conv2d(x, projection, stride=stride), 0)
# %% wrong: the argument stride is ignored, the block always uses stride 2
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    shortcut = conv2d(x, projection, stride=2)
    out = conv2d(x, weight1, stride=2, padding=1)
    out = np.maximum(out, 0)
    out = conv2d(out, weight2, padding=1)
    return np.maximum(out + shortcut, 0)
# %% wrong: the 1×1 projection has padding 1, too, so at strides 1 and 2 its answer has two rows and columns (stride 1) or one (stride 2) more than that of F, and the sum raises ValueError (operands could not be broadcast)
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s):
        a = np.pad(a, [(0, 0), (0, 0), (1, 1), (1, 1)])
        k = w.shape[2]
        h, v = (a.shape[2] - k) // s + 1, (a.shape[3] - k) // s + 1
        out = np.zeros((len(a), len(w), h, v))
        for i in range(h):
            for j in range(v):
                window = a[:, :, i * s : i * s + k, j * s : j * s + k]
                out[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3]))
        return out

    f = conv(np.maximum(conv(x, weight1, stride), 0), weight2, 1)
    return np.maximum(f + conv(x, projection, stride), 0)
# %% wrong: two mistakes: the ReLU between the convolutions of F is missing, and there is one around the projection before the sum
def relu(a):
    return np.maximum(a, 0)

def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    f = conv2d(conv2d(x, weight1, stride, 1), weight2, 1, 1)
    p = relu(conv2d(x, projection, stride))
    return relu(f + p)
# %% right: the projection sits in the middle of a 3×3 kernel, and both ways are one convolution at stride 1 that is thinned out
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def same(a, w):
        h, v = a.shape[2:]
        a = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        return sum(np.einsum("nchw,oc->nohw", a[:, :, i : i + h, j : j + v], w[:, :, i, j])
                   for i in range(3) for j in range(3))

    middle = np.pad(projection, ((0, 0), (0, 0), (1, 1), (1, 1)))
    both = same(x, np.concatenate([weight1, middle]))[:, :, ::stride, ::stride]
    hidden, shortcut = np.split(both, [len(weight1)], axis=1)
    return np.clip(same(np.clip(hidden, 0, None), weight2) + shortcut, 0, None)
