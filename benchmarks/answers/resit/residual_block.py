# %% wrong: the last ReLU stands before the sum: relu(F(x)) + x
def residual_block(x, weight1, weight2):
    from cnnhelpers.functional import conv2d, relu
    out = relu(conv2d(x, weight1, padding=1))
    out = relu(conv2d(out, weight2, padding=1))
    return out + x
# %% wrong: x is overwritten by the inner answer, so that one is added in place of the block's input
def residual_block(x, weight1, weight2):
    from cnnhelpers.functional import conv2d, relu
    x = relu(conv2d(x, weight1, padding=1))
    change = conv2d(x, weight2, padding=1)
    return relu(change + x)
# %% wrong: the ReLU between the two convolutions is missing
def residual_block(x, weight1, weight2):
    from cnnhelpers.functional import conv2d
    inner = conv2d(x, weight1, padding=1)
    return np.maximum(conv2d(inner, weight2, padding=1) + x, 0)
# %% wrong: padding is forgotten in the second convolution, so the shapes do not fit and the sum ends in a ValueError
def residual_block(x, weight1, weight2):
    from cnnhelpers.functional import conv2d, relu
    hidden = relu(conv2d(x, weight1, padding=1))
    return relu(conv2d(hidden, weight2) + x)
# %% right: own convolution, and the sum first
def residual_block(x, weight1, weight2):
    def through(maps, weight):
        windows = np.lib.stride_tricks.sliding_window_view(
            np.pad(maps, ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), axis=(2, 3))
        return np.einsum("ncijuv,fcuv->nfij", windows, weight)

    y = np.array(x, dtype=float)
    y += through(through(x, weight1).clip(min=0), weight2)
    return y.clip(min=0)
