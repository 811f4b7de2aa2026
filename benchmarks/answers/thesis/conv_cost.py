# %% wrong: the two numbers are returned in the wrong order (multiply-adds first)
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_filter = in_channels * kernel_size ** 2
    params = out_channels * (per_filter + 1)
    macs = out_channels * out_height * out_width * per_filter
    return macs, params
# %% wrong: the bias is counted as a multiply-add for every output value
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size * kernel_size + 1)
    return parameters, parameters * out_height * out_width
# %% wrong: the output is taken to be square (height times height); shows when height and width differ
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    k2 = kernel_size ** 2
    p = in_channels * out_channels * k2 + out_channels
    m = in_channels * out_channels * k2 * out_height ** 2
    return p, m
# %% wrong: two mistakes: one bias for each input channel, not for each output channel; and the multiply-adds leave out the input channels
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size * kernel_size
    biases = in_channels
    mult_adds = out_channels * out_height * out_width * kernel_size * kernel_size
    return weights + biases, mult_adds
# %% right: shapes as tuples and their products
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    filt = (in_channels, kernel_size, kernel_size)
    outputs = (out_channels, out_height, out_width)
    return math.prod((out_channels, *filt)) + out_channels, math.prod(filt + outputs)
