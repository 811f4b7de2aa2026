# %% wrong: multiplications and additions counted as two
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    k2 = kernel_size ** 2
    params = out_channels * (in_channels * k2 + 1)
    flops = 2 * in_channels * k2 * out_channels * out_height * out_width
    return params, flops
# %% wrong: the parameters with their biases times the pixels: the bias counts as a multiply-add
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size * kernel_size + 1)
    return parameters, parameters * out_height * out_width
# %% wrong: the two numbers in the wrong order
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    fan_in = in_channels * kernel_size * kernel_size
    macs = fan_in * out_height * out_width * out_channels
    return macs, fan_in * out_channels + out_channels
# %% wrong: the multiply-adds of one filter only
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * kernel_size ** 2
    return out_channels * weights + out_channels, out_height * out_width * weights
# %% right: from the weight's shape
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    shape = (out_channels, in_channels, kernel_size, kernel_size)
    weights = math.prod(shape)
    return weights + shape[0], weights * (out_height * out_width)
