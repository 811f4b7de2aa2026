# %% wrong: each multiply-add is counted as two operations (FLOPs), so the second number is twice too large
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_output = in_channels * kernel_size**2
    params = out_channels * (per_output + 1)
    macs = 2 * out_channels * out_height * out_width * per_output
    return params, macs
# %% wrong: the two numbers are returned in the wrong order: multiply-adds first, then parameters
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size * kernel_size
    return weights * out_height * out_width, weights + out_channels
# %% wrong: out_height is used twice and out_width never, so the multiply-adds are wrong for outputs that are not square
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size**2
    biases = out_channels
    positions = out_height * out_height
    return weights + biases, weights * positions
# %% wrong: two mistakes: the biases are left out of the parameters, and out_channels is left out of the multiply-adds
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    window = in_channels * kernel_size * kernel_size
    parameters = out_channels * window
    multiply_adds = window * out_height * out_width
    return parameters, multiply_adds
# %% right: named shapes and products
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weight = (out_channels, in_channels, kernel_size, kernel_size)
    weights = math.prod(weight)
    return tuple([weights + weight[0], math.prod((weights, out_height, out_width))])
