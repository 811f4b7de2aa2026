# %% wrong: height and width are exchanged in the reshape: scrambled unless both are equal, then right
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(-1, channels, width, height)
# %% wrong: the row is taken as (height, width, channels): channels last, as other libraries flatten
def dense_as_conv(weight, channels, height, width):
    filters = weight.reshape(len(weight), height, width, channels)
    return filters.transpose(0, 3, 1, 2)
# %% wrong: the kernels are turned by 180 degrees, although the layer correlates
def dense_as_conv(weight, channels, height, width):
    kernels = weight.reshape(weight.shape[0], channels, height, width)
    return kernels[:, :, ::-1, ::-1]
# %% wrong: the weight is taken as (inputs, outputs): transposed before the reshape, so the filters are scrambled
def dense_as_conv(weight, channels, height, width):
    outputs = weight.shape[0]
    return weight.T.reshape(outputs, channels, height, width)
# %% right: cut row by row
def dense_as_conv(weight, channels, height, width):
    maps = [np.split(row, channels) for row in weight]
    return np.array([[np.stack(np.split(part, height)) for part in row] for row in maps])
