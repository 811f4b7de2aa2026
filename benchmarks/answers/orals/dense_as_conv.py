# %% wrong: takes the flattened image as (height, width, channels), channels last: the shape is right, the numbers are in other places
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(len(weight), height, width, channels).transpose(0, 3, 1, 2)
# %% wrong: height and width are swapped, the kernels are (width, height)
def dense_as_conv(weight, channels, height, width):
    outputs = weight.shape[0]
    return weight.reshape(outputs, channels, width, height)
# %% wrong: the kernels are turned by 180 degrees (both spatial axes reversed), as if the course's convolution flipped its kernel
def dense_as_conv(weight, channels, height, width):
    kernels = weight.reshape(-1, channels, height, width)
    return kernels[:, :, ::-1, ::-1]
# %% wrong: the weight is transposed before it is reshaped, so a filter is cut out of the weight's columns in place of being one of its rows: the shape is right, the numbers are mixed up
def dense_as_conv(weight, channels, height, width):
    n_out = weight.shape[0]
    return np.reshape(weight.T, (n_out, channels, height, width))
# %% right: number by number, by the place that flattening gives it
def dense_as_conv(weight, channels, height, width):
    c, i, j = np.indices((channels, height, width))
    return np.asarray(weight)[:, (c * height + i) * width + j]
