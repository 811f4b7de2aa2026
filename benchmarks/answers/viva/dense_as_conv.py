# %% wrong: the row is read as (height, width, channels), channels last, and the axes put in order afterwards; flattening had channels first (right for one channel only, or one pixel)
def dense_as_conv(weight, channels, height, width):
    outputs = weight.shape[0]
    return weight.reshape(outputs, height, width, channels).transpose(0, 3, 1, 2)
# %% wrong: the kernels are turned by 180 degrees, as for a true convolution
def dense_as_conv(weight, channels, height, width):
    kernels = weight.reshape(-1, channels, height, width)
    return kernels[:, :, ::-1, ::-1]
# %% wrong: the answer is right, but the shape of the argument weight itself is changed
def dense_as_conv(weight, channels, height, width):
    weight.shape = (len(weight), channels, height, width)
    return weight
# %% wrong: the weight is transposed before the reshape, so a filter is not made of a row and the numbers are mixed up
def dense_as_conv(weight, channels, height, width):
    return weight.T.reshape(-1, channels, height, width)
# %% right: cuts each row into its planes
def dense_as_conv(weight, channels, height, width):
    return np.stack([[plane.reshape(height, width) for plane in np.split(row, channels)] for row in weight])
