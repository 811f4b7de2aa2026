# %% wrong: the channels are put last, (outputs, height, width, channels)
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(len(weight), height, width, channels)
# %% wrong: reshaped with channels last and then moved to the second place: right shape, scrambled numbers
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(-1, height, width, channels).transpose(0, 3, 1, 2)
# %% wrong: the weight is transposed before it is reshaped
def dense_as_conv(weight, channels, height, width):
    return weight.T.reshape(-1, channels, height, width)
# %% wrong: the kernels are turned by 180 degrees, as if conv2d were a true convolution
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(-1, channels, height, width)[:, :, ::-1, ::-1]
# %% wrong: the shape of the caller's array is changed in place
def dense_as_conv(weight, channels, height, width):
    weight.shape = (weight.shape[0], channels, height, width)
    return weight
# %% wrong: the outputs are forgotten in the shape (ValueError unless there is one output)
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(channels, height, width)[None]
# %% right: row by row
def dense_as_conv(weight, channels, height, width):
    return np.stack([row.reshape(channels, height, width) for row in weight])
