# %% wrong: takes the flattened order as height, width, channels; shows with more than one channel and more than one pixel
def dense_as_conv(weight, channels, height, width):
    outputs = weight.shape[0]
    kernels = weight.reshape(outputs, height, width, channels)
    return kernels.transpose(0, 3, 1, 2)
# %% wrong: each kernel is turned by 180 degrees
def dense_as_conv(weight, channels, height, width):
    filters = weight.reshape(-1, channels, height, width)
    return filters[:, :, ::-1, ::-1]   # a convolution turns the kernel
# %% wrong: height and width change places in the shape; shows when they differ
def dense_as_conv(weight, channels, height, width):
    return np.reshape(weight, (len(weight), channels, width, height))
# %% wrong: the weight is read column by column (order F), so filters are mixed; the shape is right
def dense_as_conv(weight, channels, height, width):
    n = len(weight)
    w = np.array(weight)
    return w.reshape((n, channels, height, width), order="F")
# %% right: fills the kernels pixel by pixel from the number of the column
def dense_as_conv(weight, channels, height, width):
    weight = np.asarray(weight)
    filters = np.empty((weight.shape[0], channels, height, width), weight.dtype)
    for column in range(channels * height * width):
        c, rest = divmod(column, height * width)
        i, j = divmod(rest, width)
        filters[:, c, i, j] = weight[:, column]
    return filters
