# %% wrong: the order of flattening is taken as height, width, channels; shows for more than one channel (and image larger than 1×1)
def dense_as_conv(weight, channels, height, width):
    outputs = weight.shape[0]
    w = weight.reshape(outputs, height, width, channels)
    return w.transpose(0, 3, 1, 2)

# %% wrong: height and width are exchanged; the shape is wrong for images that are not square, square ones are right
def dense_as_conv(weight, channels, height, width):
    # x runs first, then y
    return weight.reshape(len(weight), channels, width, height)

# %% wrong: the kernels are turned by 180 degrees; shows for images larger than 1×1
def dense_as_conv(weight, channels, height, width):
    filters = weight.reshape(-1, channels, height, width)
    return filters[:, :, ::-1, ::-1].copy()

# %% wrong: the shape of the argument itself is set, so weight is changed; the answer is right
def dense_as_conv(weight, channels, height, width):
    weight.shape = (weight.shape[0], channels, height, width)
    return weight

# %% right: each filter is filled number by number
def dense_as_conv(weight, channels, height, width):
    filters = np.empty((weight.shape[0], channels, height, width), dtype=weight.dtype)
    for place in range(weight.shape[1]):
        rest, column = divmod(place, width)
        channel, row = divmod(rest, height)
        filters[:, channel, row, column] = weight[:, place]
    return filters
