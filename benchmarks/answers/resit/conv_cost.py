# %% wrong: the multiply-adds are parameters times positions, so they count the biases as well
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size**2 + 1)
    return parameters, parameters * out_height * out_width
# %% wrong: counts multiplication and addition apart, two for each multiply-add
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size * kernel_size
    operations = 2 * weights * out_height * out_width
    return weights + out_channels, operations
# %% wrong: the two numbers are returned in the wrong order
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_output = in_channels * kernel_size**2
    macs = out_channels * out_height * out_width * per_output
    params = out_channels * (per_output + 1)
    return macs, params
# %% wrong: two mistakes: no biases among the parameters, no input channels in the multiply-adds
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = in_channels * out_channels * kernel_size**2
    macs = out_height * out_width * out_channels * kernel_size**2
    return parameters, macs
# %% right: counts the sizes of the shapes
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    one_filter = (in_channels, kernel_size, kernel_size)
    output = (out_channels, out_height, out_width)
    parameters = sum(math.prod(one_filter) + 1 for _ in range(out_channels))
    return parameters, math.prod(output + one_filter)
