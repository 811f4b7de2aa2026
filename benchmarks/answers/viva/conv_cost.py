# %% wrong: the bias is counted among the multiply-adds, one more for each output value
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size**2 + 1)
    return parameters, parameters * out_height * out_width
# %% wrong: the two numbers are returned in the wrong order, multiply-adds first
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_output = in_channels * kernel_size**2
    macs = per_output * out_channels * out_height * out_width
    params = (per_output + 1) * out_channels
    return macs, params
# %% wrong: two mistakes: the biases are missing from the parameters, and the multiply-adds are counted with out_height twice instead of out_height and out_width
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size * kernel_size
    return weights, weights * out_height * out_height
# %% wrong: a multiplication and an addition are counted as two operations, so the multiply-adds are doubled
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    k2 = kernel_size ** 2
    n_params = out_channels * in_channels * k2 + out_channels
    n_macs = 2 * out_channels * out_height * out_width * in_channels * k2
    return (n_params, n_macs)
# %% right: the bill of one filter, times the number of filters
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    products = in_channels * kernel_size * kernel_size
    one_filter = (products + 1, products * out_height * out_width)
    return tuple(out_channels * entry for entry in one_filter)
