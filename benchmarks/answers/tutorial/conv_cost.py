# %% wrong: a dictionary is returned in place of two numbers
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size ** 2
    return {"parameters": weights + out_channels, "macs": weights * out_height * out_width}
# %% wrong: the multiply-adds use the output's height twice and not its width; right for square outputs
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    per_value = in_channels * kernel_size * kernel_size
    params = out_channels * (per_value + 1)
    return params, per_value * out_channels * out_height ** 2
# %% wrong: multiplications and additions are counted one by one (2n - 1 for n products) in place of multiply-adds; the parameters are right
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    n = in_channels * kernel_size ** 2
    parameters = (n + 1) * out_channels
    operations = 0
    for _ in range(out_channels):
        operations += (2 * n - 1) * out_height * out_width
    return parameters, operations
# %% wrong: two mistakes: the order is (multiply-adds, parameters), and the parameters are without the biases
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = math.prod([in_channels, out_channels, kernel_size, kernel_size])
    return weights * out_height * out_width, weights
# %% right: multiply-adds as the product of all six lengths
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    macs = math.prod([in_channels, out_channels, kernel_size, kernel_size, out_height, out_width])
    return [macs // (out_height * out_width) + out_channels, macs]
