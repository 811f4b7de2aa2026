# %% wrong: the bias is counted among the multiply-adds, one for each output value
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    params = out_channels * (in_channels * kernel_size**2 + 1)
    return params, params * out_height * out_width
# %% wrong: the two numbers come back in the wrong order, multiply-adds first
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size * kernel_size
    macs = weights * out_height * out_width
    return macs, weights + out_channels
# %% wrong: the multiply-adds are those of one filter, out_channels is left out; shows when out_channels is more than 1
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_value = in_channels * kernel_size**2
    parameters = out_channels * per_value + out_channels
    multiply_adds = out_height * out_width * per_value
    return parameters, multiply_adds
# %% wrong: two mistakes: the parameters are without the biases, and each multiply-add is counted as two (a product and a sum)
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    w = out_channels * in_channels * kernel_size**2
    flops = 2 * w * out_height * out_width
    return (w, flops)
# %% right: counts the sizes of the arrays' shapes
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    window = math.prod([in_channels, kernel_size, kernel_size])
    outputs = math.prod([out_channels, out_height, out_width])
    return (window + 1) * out_channels, window * outputs
