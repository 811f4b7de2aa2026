# %% wrong: squares the output height in the multiply-adds and ignores the width, so right only for square outputs
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    window = in_channels * kernel_size**2
    parameters = (window + 1) * out_channels
    return parameters, window * out_channels * out_height**2
# %% wrong: returns one number, the sum of parameters and multiply-adds, instead of the two
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size * kernel_size
    cost = weights + out_channels
    cost += weights * out_height * out_width
    return cost
# %% wrong: counts the multiply-adds at every position of the input, (H_out + K - 1) x (W_out + K - 1), instead of the output; right for kernels of 1
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    k = kernel_size
    in_height, in_width = out_height + k - 1, out_width + k - 1
    params = out_channels * (in_channels * k * k + 1)
    macs = out_channels * in_channels * k * k * in_height * in_width
    return params, macs
# %% wrong: two mistakes: the biases are missing from the parameters, and multiplication and addition are counted as two operations
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size ** 2
    operations = 2 * weights * out_height * out_width
    return weights, operations
# %% right: counts filter by filter
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    products = math.prod([in_channels, kernel_size, kernel_size])
    parameters = sum(products + 1 for _ in range(out_channels))
    values = math.prod([out_channels, out_height, out_width])
    return parameters, values * products
