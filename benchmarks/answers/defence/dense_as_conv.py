# %% wrong: the columns are read as (height, width, channels), channels last, and then moved, so the weights stand at the wrong channels and pixels
def dense_as_conv(weight, channels, height, width):
    outputs = weight.shape[0]
    return weight.reshape(outputs, height, width, channels).transpose(0, 3, 1, 2)
# %% wrong: the kernels are turned by 180 degrees, although the course's convolution does not turn them
def dense_as_conv(weight, channels, height, width):
    filters = weight.reshape(len(weight), channels, height, width)
    return filters[:, :, ::-1, ::-1]
# %% wrong: height and width are swapped in the reshape, so the answer is (outputs, channels, width, height)
def dense_as_conv(weight, channels, height, width):
    return np.reshape(weight, (-1, channels, width, height))
# %% wrong: the axis of the outputs is forgotten: reshape to (channels, height, width) raises a ValueError when there is more than one output, and has one axis too few with one
def dense_as_conv(weight, channels, height, width):
    kernel = weight.reshape(channels, height, width)
    return kernel
# %% right: every weight is fetched by its flat index
def dense_as_conv(weight, channels, height, width):
    where = np.ravel_multi_index(np.indices((channels, height, width)), (channels, height, width))
    return np.take(weight, where, axis=1)
