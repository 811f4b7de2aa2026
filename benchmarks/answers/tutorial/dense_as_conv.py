# %% wrong: forgets the axis of the outputs, reshape(1, channels, height, width): raises ValueError unless there is a single output; right for one output
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(1, channels, height, width)
# %% wrong: takes each row as height, width, channels (channels last) and moves the channels to the front: the right shape, the numbers in a wrong order; right for one channel
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(-1, height, width, channels).transpose(0, 3, 1, 2)
# %% wrong: the kernels are turned by 180 degrees, as for a true convolution; right for 1×1
def dense_as_conv(weight, channels, height, width):
    kernels = np.reshape(weight, (weight.shape[0], channels, height, width))
    return np.flip(kernels, axis=(2, 3))
# %% wrong: two mistakes: the weight is transposed before it is cut, so rows no longer are filters, and height and width are exchanged
def dense_as_conv(weight, channels, height, width):
    return weight.T.reshape(weight.shape[0], channels, width, height)
# %% right: number by number with divmod
def dense_as_conv(weight, channels, height, width):
    filters = np.empty((len(weight), channels, height, width), dtype=weight.dtype)
    for place in range(channels * height * width):
        channel, rest = divmod(place, height * width)
        row, column = divmod(rest, width)
        filters[:, channel, row, column] = weight[:, place]
    return filters
