# %% wrong: the bias is counted as a multiply-add of every output value, so the second number is too large by out_channels * out_height * out_width
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    params = out_channels * (in_channels * kernel_size ** 2 + 1)
    macs = params * out_height * out_width
    return params, macs
# %% wrong: counts a multiply-add as two operations, so the second number is twice as large
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size * kernel_size
    return weights + out_channels, 2 * weights * out_height * out_width
# %% wrong: the two numbers are returned in the wrong order: (multiply-adds, parameters)
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_value = in_channels * kernel_size**2
    parameters = out_channels * (per_value + 1)
    multiply_adds = out_channels * out_height * out_width * per_value
    return multiply_adds, parameters
# %% wrong: the multiply-adds are those of a single filter: out_channels is forgotten in the second number
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    window = in_channels * kernel_size ** 2
    parameters = window * out_channels + out_channels
    macs = window * out_height * out_width
    return parameters, macs
# %% right: weights first, everything else from them
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = math.prod([in_channels, out_channels, kernel_size, kernel_size])
    return [weights + out_channels, weights * out_height * out_width]
