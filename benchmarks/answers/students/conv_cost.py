# %% wrong: parameters without the biases
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * in_channels * kernel_size ** 2
    return parameters, parameters * out_height * out_width
# %% wrong: the bias counts as a multiply-add
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size ** 2 + 1)
    return parameters, parameters * out_height * out_width
# %% wrong: pair the wrong way round
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size * kernel_size
    return weights * out_height * out_width, weights + out_channels
# %% wrong: multiply-adds of one filter only (forgets out_channels)
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    params = out_channels * in_channels * kernel_size ** 2 + out_channels
    macs = in_channels * kernel_size ** 2 * out_height * out_width
    return params, macs
# %% wrong: counts a multiply and an add: 2 operations each (FLOPs)
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_output = in_channels * kernel_size ** 2
    return out_channels * (per_output + 1), 2 * per_output * out_channels * out_height * out_width
# %% right: from one output value
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    one_value = kernel_size * kernel_size * in_channels
    values = out_channels * out_height * out_width
    return one_value * out_channels + out_channels, values * one_value
