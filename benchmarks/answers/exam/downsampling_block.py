# %% wrong: the stride is at the second convolution of F instead of the first
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    hidden = relu(conv2d(x, weight1, padding=1))
    return relu(conv2d(hidden, weight2, stride=stride, padding=1) + conv2d(x, projection, stride=stride))
# %% wrong: the stride is written as 2, `stride` is ignored
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    hidden = relu(conv2d(x, weight1, stride=2, padding=1))
    return relu(conv2d(hidden, weight2, padding=1) + conv2d(x, projection, stride=2))
# %% wrong: the projection runs without stride (ValueError in the sum)
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    hidden = relu(conv2d(x, weight1, stride=stride, padding=1))
    return relu(conv2d(hidden, weight2, padding=1) + conv2d(x, projection))
# %% wrong: a ReLU on the projection, so that the shortcut can only add
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    shortcut = relu(conv2d(x, projection, stride=stride))
    hidden = relu(conv2d(x, weight1, stride=stride, padding=1))
    return relu(conv2d(hidden, weight2, padding=1) + shortcut)
# %% wrong: the shortcut averages stride × stride pixels before the 1×1, instead of taking every stride-th
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers import functional as F
    from cnnhelpers.functional import relu
    hidden = relu(F.conv2d(x, weight1, stride=stride, padding=1))
    out = F.conv2d(hidden, weight2, padding=1)
    h, w = out.shape[2:]
    rows = -(-x.shape[2] // stride) * stride - x.shape[2]
    columns = -(-x.shape[3] // stride) * stride - x.shape[3]
    padded = np.pad(x, ((0, 0), (0, 0), (0, rows), (0, columns)), mode="edge")
    means = padded.reshape(*x.shape[:2], h, stride, w, stride).mean(axis=(3, 5))
    return relu(out + F.conv2d(means, projection))
# %% wrong: the last ReLU stands before the sum
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    hidden = relu(conv2d(x, weight1, stride=stride, padding=1))
    return relu(conv2d(hidden, weight2, padding=1)) + conv2d(x, projection, stride=stride)
# %% right: the projection as a product over every stride-th pixel
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers import mine
    conv2d = mine.conv2d
    shortcut = np.einsum("fc,nchw->nfhw", projection[:, :, 0, 0], x[:, :, ::stride, ::stride])
    out = conv2d(x, weight1, stride=stride, padding=1)
    out = conv2d(out * (out > 0), weight2, padding=1) + shortcut
    return out * (out > 0)
