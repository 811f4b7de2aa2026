# %% wrong: "and" between the two, only the multiply-adds come back
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size ** 2 + 1)
    macs = out_height * out_width * out_channels * in_channels * kernel_size ** 2
    return parameters and macs

# %% wrong: multiply-adds are parameters times places, so the bias is counted at each place
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size ** 2 + 1)
    return parameters, parameters * out_height * out_width

# %% wrong: takes the output's size for the input's and shrinks it by the kernel
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * in_channels * kernel_size ** 2 + out_channels
    h, w = out_height - kernel_size + 1, out_width - kernel_size + 1
    return parameters, h * w * out_channels * in_channels * kernel_size ** 2

# %% wrong: the two numbers in the wrong order
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size ** 2
    return weights * out_height * out_width, weights + out_channels

# %% wrong: a multiplication and an addition counted as two
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size ** 2
    return weights + out_channels, 2 * weights * out_height * out_width

# %% wrong: the multiply-adds of one map, the number of filters is forgotten
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    window = in_channels * kernel_size ** 2
    return out_channels * (window + 1), window * out_height * out_width

# %% right: from the shapes
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = math.prod([out_channels, in_channels, kernel_size, kernel_size])
    return weights + out_channels, weights * (out_height * out_width)
