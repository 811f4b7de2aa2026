# %% wrong: the biases are counted as multiply-adds too: parameters times output pixels
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size**2 + 1)
    return parameters, parameters * out_height * out_width
# %% wrong: the two numbers are returned in the wrong order, multiply-adds first
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    taps = in_channels * kernel_size * kernel_size
    macs = taps * out_channels * out_height * out_width
    params = (taps + 1) * out_channels
    return macs, params
# %% wrong: a multiplication and an addition are counted as two, so the multiply-adds are twice too many
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size**2
    params = weights + out_channels
    flops = 2 * weights * out_height * out_width
    return params, flops
# %% wrong: two mistakes: the parameters leave out the biases, and the multiply-adds leave out the input channels
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    p = in_channels * out_channels * kernel_size**2
    m = out_channels * out_height * out_width * kernel_size**2
    return p, m
# %% right: from the shapes
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    weights = math.prod(weight_shape)
    return weights + weight_shape[0], math.prod((out_height, out_width, weights))
