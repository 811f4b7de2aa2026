# %% wrong: the axes are taken as height, width, channels and moved
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(len(weight), height, width, channels).transpose(0, 3, 1, 2)
# %% wrong: the kernels are turned by 180 degrees, since a convolution turns them
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(-1, channels, height, width)[:, :, ::-1, ::-1]
# %% wrong: width before height
def dense_as_conv(weight, channels, height, width):
    filters = [row.reshape((channels, width, height)) for row in weight]
    return np.array(filters)
# %% wrong: the weight is transposed first, a column for a filter; scrambled numbers
def dense_as_conv(weight, channels, height, width):
    return weight.T.reshape(weight.shape[0], channels, height, width)
# %% right: place by place
def dense_as_conv(weight, channels, height, width):
    kernels = np.empty((len(weight), channels, height, width), weight.dtype)
    for c, r, k in np.ndindex(channels, height, width):
        kernels[:, c, r, k] = weight[:, (c * height + r) * width + k]
    return kernels
