# %% wrong: a MAC is added for each bias
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = np.ones((out_channels, in_channels, kernel_size, kernel_size)).size
    outputs = out_channels * out_height * out_width
    return weights + out_channels, weights * out_height * out_width + outputs
# %% wrong: no biases among the parameters
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    one_output = in_channels * kernel_size * kernel_size
    return one_output * out_channels, one_output * out_channels * out_height * out_width
# %% wrong: height and width of the output are added instead of multiplied
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    one_output = in_channels * kernel_size * kernel_size
    return out_channels * (one_output + 1), one_output * out_channels * (out_height + out_width)
# %% wrong: the MACs lack the input channels
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    area = kernel_size**2
    outputs = out_channels * out_height * out_width
    return out_channels * (in_channels * area + 1), outputs * area
# %% wrong: the MACs lack the kernel, one MAC for each input channel
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    area = kernel_size**2
    outputs = out_channels * out_height * out_width
    return out_channels * (in_channels * area + 1), outputs * in_channels
# %% wrong: the number of output values is returned as the MACs
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size**2 + 1)
    return parameters, out_channels * out_height * out_width
# %% wrong: MACs are halved, integer division by 2
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size**2
    return weights + out_channels, weights * out_height * out_width // 2
# %% wrong: the output size is reduced by the kernel once more, as if it were the input size
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size**2
    pixels = (out_height - kernel_size + 1) * (out_width - kernel_size + 1)
    return weights + out_channels, weights * pixels
# %% wrong: one single bias for the layer
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size**2
    return weights + 1, weights * out_height * out_width
# %% wrong: parameters and MACs are added to one number
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size**2
    return weights + out_channels + weights * out_height * out_width
# %% wrong: TypeError, a tuple is multiplied with a tuple
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    shape = (out_channels, in_channels, kernel_size, kernel_size)
    return math.prod(shape) + out_channels, shape * (out_height, out_width)
# %% wrong: forgotten return
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size**2
    macs = weights * out_height * out_width
    parameters = weights + out_channels
# %% right: counting output values
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    macs = 0
    for _ in range(out_height):
        for _ in range(out_width):
            macs += out_channels * in_channels * kernel_size**2
    return out_channels + in_channels * out_channels * kernel_size**2, macs
# %% right: per output
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    one_output = in_channels * kernel_size * kernel_size
    return (one_output + 1) * out_channels, one_output * out_channels * out_height * out_width
# %% right: math.prod, keyword names
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = math.prod([in_channels, out_channels, kernel_size, kernel_size])
    macs = math.prod([weights, out_height, out_width])
    parameters = weights + out_channels
    return (parameters, macs)
