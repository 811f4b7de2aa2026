# %% wrong: the two numbers are returned in the wrong order, multiply-adds first
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    params = out_channels * (in_channels * kernel_size**2 + 1)
    macs = out_channels * out_height * out_width * in_channels * kernel_size**2
    return macs, params
# %% wrong: the bias is counted as a multiply-add for each output value
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    p = out_channels * (in_channels * kernel_size * kernel_size + 1)
    return p, p * out_height * out_width
# %% wrong: the multiply-adds are those of one filter only, not times out_channels; shows for more than one output channel
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_value = in_channels * kernel_size**2
    parameters = per_value * out_channels + out_channels
    macs = per_value * out_height * out_width
    return parameters, macs
# %% wrong: two mistakes: the biases are missing in the parameters, and each multiply-add is counted as two operations
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size ** 2
    flops = 2 * weights * out_height * out_width
    return (weights, flops)
# %% right: from the shapes of weight, bias and output
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    output_shape = (out_channels, out_height, out_width)
    one_filter = math.prod(weight_shape[1:])
    return math.prod(weight_shape) + out_channels, math.prod(output_shape) * one_filter
