# %% wrong: counts multiplications and additions separately, so the second number is twice the multiply-adds
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    params = out_channels * (in_channels * kernel_size**2 + 1)
    flops = 2 * in_channels * kernel_size**2 * out_channels * out_height * out_width
    return params, flops
# %% wrong: returns a dictionary instead of two numbers
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_filter = in_channels * kernel_size * kernel_size
    return {
        "parameters": out_channels * (per_filter + 1),
        "multiply_adds": out_channels * per_filter * out_height * out_width,
    }
# %% wrong: multiplies all parameters by the number of positions, so the biases count as multiply-adds
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * in_channels * kernel_size**2 + out_channels
    return parameters, parameters * out_height * out_width
# %% right: products of shapes
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    weights = math.prod(weight_shape)
    return weights + out_channels, math.prod((weights, out_height, out_width))
