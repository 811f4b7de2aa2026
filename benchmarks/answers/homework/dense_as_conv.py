# %% wrong: transposes first, for a weight stored (in, out) as in Keras
def dense_as_conv(weight, channels, height, width):
    return weight.T.reshape(-1, channels, height, width)
# %% wrong: reshapes to channels last, then moves the axis: other order of the numbers
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(len(weight), height, width, channels).transpose(0, 3, 1, 2)
# %% wrong: height and width swapped (non-square)
def dense_as_conv(weight, channels, height, width):
    return np.reshape(weight, (-1, channels, width, height))
# %% wrong: turns the kernel by half a turn, for a "true" convolution
def dense_as_conv(weight, channels, height, width):
    w = weight.reshape(weight.shape[0], channels, height, width)
    return w[:, :, ::-1, ::-1]
# %% wrong: takes channels for the number of filters; drops the outputs axis to the second place
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(channels, weight.shape[0], height, width)
# %% wrong: resizes with np.resize into square kernels (non-square images)
def dense_as_conv(weight, channels, height, width):
    return np.resize(weight, (weight.shape[0], channels, height, height))
# %% right: reshape
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(-1, channels, height, width)
# %% right: loops over outputs and places
def dense_as_conv(weight, channels, height, width):
    out = np.empty((len(weight), channels, height, width), dtype=weight.dtype)
    for o in range(len(weight)):
        for c in range(channels):
            for i in range(height):
                for j in range(width):
                    out[o, c, i, j] = weight[o, (c * height + i) * width + j]
    return out
