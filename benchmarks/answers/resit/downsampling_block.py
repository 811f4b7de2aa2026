# %% wrong: the stride stands in the second convolution of F instead of the first
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers.functional import conv2d, relu
    hidden = relu(conv2d(x, weight1, padding=1))
    change = conv2d(hidden, weight2, stride=stride, padding=1)
    return relu(change + conv2d(x, projection, stride=stride))
# %% wrong: the stride is 2 whatever is asked for: the argument is not used
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers.functional import conv2d, relu
    out = relu(conv2d(x, weight1, stride=2, padding=1))
    out = conv2d(out, weight2, padding=1)
    return relu(out + conv2d(x, projection, stride=2))
# %% wrong: the shortcut gets a ReLU of its own before the sum
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers.functional import conv2d, relu
    shortcut = relu(conv2d(x, projection, stride=stride))
    out = relu(conv2d(x, weight1, stride=stride, padding=1))
    return relu(conv2d(out, weight2, padding=1) + shortcut)
# %% wrong: the projection is padded by 1, too, so its answer is moved, or too large and the sum ends in a ValueError
def downsampling_block(x, weight1, weight2, projection, stride=2):
    from cnnhelpers.functional import conv2d, relu
    settings = dict(stride=stride, padding=1)
    inner = relu(conv2d(x, weight1, **settings))
    return relu(conv2d(inner, weight2, padding=1) + conv2d(x, projection, **settings))
# %% right: the projection as a matrix on every stride-th pixel
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def convolved(maps, weight, step):
        padded = np.pad(maps, ((0, 0), (0, 0), (1, 1), (1, 1)))
        down, across = maps.shape[2:]
        return sum(np.einsum("ncij,fc->nfij", padded[:, :, u:u + down:step, v:v + across:step], weight[:, :, u, v])
                   for u in range(3) for v in range(3))

    change = convolved(np.maximum(convolved(x, weight1, stride), 0), weight2, 1)
    around = np.einsum("fc,ncij->nfij", projection[:, :, 0, 0], x[:, :, ::stride, ::stride])
    return np.where(change + around > 0, change + around, 0.0)
