# %% wrong: takes the flattened image as channels last (height, width, channels) and turns it round
def dense_as_conv(weight, channels, height, width):
    w = weight.reshape(len(weight), height, width, channels)
    return w.transpose(0, 3, 1, 2)
# %% wrong: height and width are swapped in the shape
def dense_as_conv(weight, channels, height, width):
    outputs = weight.shape[0]
    return weight.reshape(outputs, channels, width, height)
# %% wrong: the channels stand first and the outputs second in the answer
def dense_as_conv(weight, channels, height, width):
    outputs, _ = weight.shape
    filters = np.zeros((channels, outputs, height, width))
    for o in range(outputs):
        filters[:, o] = weight[o].reshape(channels, height, width)
    return filters
# %% wrong: the kernels are turned by 180 degrees (height and width flipped)
def dense_as_conv(weight, channels, height, width):
    kernels = np.reshape(weight, (-1, channels, height, width))
    return kernels[:, :, ::-1, ::-1]
# %% right: index array of the flat places
def dense_as_conv(weight, channels, height, width):
    places = np.arange(channels * height * width).reshape(channels, height, width)
    return np.take(weight, places, axis=1)
