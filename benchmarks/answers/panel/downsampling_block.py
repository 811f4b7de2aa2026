# %% wrong: the stride stands at the second 3×3 convolution instead of the first; shows for stride above 1
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    f = relu(conv2d(x, weight1, padding=1))
    f = conv2d(f, weight2, stride=stride, padding=1)
    return relu(f + conv2d(x, projection, stride=stride))

# %% wrong: the 3×3 convolution always has stride 2, so a stride of 1 or 3 crashes (or broadcasts); stride 2 is right
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    h = relu(conv2d(x, weight1, stride=2, padding=1))
    h = conv2d(h, weight2, padding=1)
    p = conv2d(x, projection, stride=stride)
    return relu(h + p)

# %% wrong: the last ReLU is taken of both ways separately, before the sum
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    way1 = conv2d(x, weight1, stride, 1)
    way1 = relu(way1)
    way1 = relu(conv2d(way1, weight2, 1, 1))
    way2 = relu(conv2d(x, projection, stride, 0))
    return way1 + way2

# %% wrong: the ReLU between the two 3×3 convolutions is missing
def conv2d(x, w, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], w)

def relu(x):
    return np.maximum(x, 0)

def downsampling_block(x, weight1, weight2, projection, stride=2):
    F = conv2d(conv2d(x, weight1, stride=stride, padding=1), weight2, padding=1)
    P = conv2d(x, projection, stride=stride, padding=0)
    return relu(F + P)

# %% right: the projection is a matrix product over every stride-th pixel, the convolutions loop over positions
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def windows(image, weight, step):
        image = np.pad(image, ((0, 0), (0, 0), (1, 1), (1, 1)))
        rows = range(0, image.shape[2] - 2, step)
        columns = range(0, image.shape[3] - 2, step)
        out = np.empty((len(image), len(weight), len(rows), len(columns)))
        for a, r in enumerate(rows):
            for b, q in enumerate(columns):
                out[:, :, a, b] = np.tensordot(image[:, :, r:r + 3, q:q + 3], weight,
                                               axes=([1, 2, 3], [1, 2, 3]))
        return out

    change = windows(windows(x, weight1, stride).clip(0, None), weight2, 1)
    kept = np.moveaxis(x[:, :, ::stride, ::stride], 1, -1) @ projection[:, :, 0, 0].T
    return (change + np.moveaxis(kept, -1, 1)).clip(0, None)
