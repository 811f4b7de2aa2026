# %% wrong: the filters get the axes (outputs, height, width, channels): the channels are put last
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(len(weight), height, width, channels)
# %% wrong: the order of flattening is taken as height, width, channels and then moved to the front: right shape, weights in false places (right for one channel or one pixel)
def dense_as_conv(weight, channels, height, width):
    return weight.reshape(-1, height, width, channels).transpose(0, 3, 1, 2)
# %% wrong: two mistakes: the kernels are turned by 180 degrees, as for a true convolution, and the number of outputs is fixed at 10, so reshape raises ValueError for another one
def dense_as_conv(weight, channels, height, width):
    filters = np.reshape(weight, (10, channels, height, width))
    return filters[:, :, ::-1, ::-1]
# %% wrong: height and width are exchanged in the loop that deals out the numbers: right for square images only (else a wrong shape)
def dense_as_conv(weight, channels, height, width):
    out = np.zeros((len(weight), channels, width, height))
    for o, row in enumerate(weight):
        numbers = iter(row)
        for c in range(channels):
            for i in range(width):
                for j in range(height):
                    out[o, c, i, j] = next(numbers)
    return out
# %% right: number by number with divmod
def dense_as_conv(weight, channels, height, width):
    filters = np.empty((len(weight), channels, height, width), dtype=np.asarray(weight).dtype)
    for place in range(channels * height * width):
        c, rest = divmod(place, height * width)
        filters[:, c, rest // width, rest % width] = np.asarray(weight)[:, place]
    return filters
