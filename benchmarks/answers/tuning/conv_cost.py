# %% wrong: the biases are counted as MACs too
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size**2 + 1)
    return parameters, parameters * out_height * out_width
# %% wrong: the parameters lack the biases
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * in_channels * kernel_size**2
    return parameters, parameters * out_height * out_width
# %% wrong: the two numbers are returned in the wrong order, MACs first
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size**2
    return weights * out_height * out_width, weights + out_channels
# %% wrong: the MACs lack the width of the output
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size**2
    return weights + out_channels, weights * out_height
# %% wrong: two operations a MAC, multiplication and addition are counted apart
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size**2
    return weights + out_channels, 2 * weights * out_height * out_width
# %% wrong: the MACs lack the output channels
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    one = in_channels * kernel_size**2
    return out_channels * (one + 1), one * out_height * out_width
# %% wrong: the parameters contain the size of the output
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    macs = out_channels * in_channels * kernel_size**2 * out_height * out_width
    return macs + out_channels, macs
# %% wrong: only the MACs are returned, the parameters are forgotten
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    return out_channels * in_channels * kernel_size**2 * out_height * out_width
# %% wrong: one bias for each input channel
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size**2
    return weights + in_channels, weights * out_height * out_width
# %% wrong: the output's height is squared, right for square outputs only
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size**2
    return weights + out_channels, weights * out_height**2
# %% wrong: two mistakes: the kernel size is not squared, and the biases are missing
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size
    return weights, weights * out_height * out_width
# %% right: weights, then both numbers
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size**2
    return weights + out_channels, weights * out_height * out_width
# %% right: counted per output value
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    outputs = math.prod((out_channels, out_height, out_width))
    macs = outputs * in_channels * kernel_size * kernel_size
    parameters = out_channels
    for _ in range(out_channels):
        parameters += in_channels * kernel_size * kernel_size
    return parameters, macs
# %% right: arrays and their sizes
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weight = np.zeros((out_channels, in_channels, kernel_size, kernel_size))
    bias = np.zeros(out_channels)
    return weight.size + bias.size, weight.size * out_height * out_width
