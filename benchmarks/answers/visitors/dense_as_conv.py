# %% wrong: 1×1 kernels over all the flattened numbers, not kernels as large as the image
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(weight.shape[0], channels * height * width, 1, 1)

# %% wrong: the kernels are turned by 180 degrees
def dense_as_conv(weight, channels, height, width):
    filters = weight.reshape(-1, channels, height, width)
    return filters[:, :, ::-1, ::-1]

# %% wrong: the flattened order is taken as height, width, channels
def dense_as_conv(weight, channels, height, width):
    kernels = weight.reshape(len(weight), height, width, channels)
    return np.moveaxis(kernels, -1, 1)

# %% right: place by place
def dense_as_conv(weight, channels, height, width):
    weight = np.asarray(weight)
    filters = np.empty((len(weight), channels, height, width), dtype=weight.dtype)
    for number, (c, i, j) in enumerate(np.ndindex(channels, height, width)):
        filters[:, c, i, j] = weight[:, number]
    return filters
