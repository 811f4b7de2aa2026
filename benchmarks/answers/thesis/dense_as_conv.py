# %% wrong: height and width of the kernels exchanged; shows when the image is not square
def dense_as_conv(weight, channels, height, width):
    outputs = weight.shape[0]
    return weight.reshape(outputs, channels, width, height)
# %% wrong: takes the flattened image as height, width, channels (channels last); shows with more than one channel on more than one pixel
def dense_as_conv(weight, channels, height, width):
    w = weight.reshape(-1, height, width, channels)
    return w.transpose(0, 3, 1, 2)
# %% wrong: the kernels are turned by 180 degrees, as for a true convolution; shows when the image has more than one pixel
def dense_as_conv(weight, channels, height, width):
    kernels = np.zeros((len(weight), channels, height, width), dtype=weight.dtype)
    for o, row in enumerate(weight):
        # a convolution turns its kernel
        kernels[o] = row.reshape(channels, height, width)[:, ::-1, ::-1]
    return kernels
# %% wrong: the numbers are put in Fortran order (first axis fastest), so the rows' numbers stand in wrong places
def dense_as_conv(weight, channels, height, width):
    out = weight.shape[0]
    return np.reshape(weight, (out, channels, height, width), order="F")
# %% right: each number's place by index arithmetic
def dense_as_conv(weight, channels, height, width):
    c, i, j = np.ogrid[:channels, :height, :width]
    place = (c * height + i) * width + j
    return weight[:, place]
