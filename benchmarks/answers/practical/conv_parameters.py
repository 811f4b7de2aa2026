# %% wrong: a bias for every kernel, that is for each pair of input and output channel, so right only for one input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    total = 0
    for _ in range(out_channels):
        for _ in range(in_channels):
            total += kernel_size * kernel_size + 1
    return total
# %% wrong: unpacks kernel_size as a pair, raises TypeError for the whole number that is handed in
def conv_parameters(in_channels, out_channels, kernel_size):
    kh, kw = kernel_size
    return out_channels * in_channels * kh * kw + out_channels
# %% wrong: ^ is exclusive-or in Python, not a power: out * ((in * k) ^ (2 + 1)) is computed
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (in_channels * kernel_size ^ 2 + 1)
# %% wrong: two mistakes: the kernel size is not squared, and one bias for the whole layer instead of one for each output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = in_channels * out_channels * kernel_size
    bias = 1
    return weights + bias
# %% right: product of the weight's shape plus the biases
def conv_parameters(in_channels, out_channels, kernel_size):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    return math.prod(weight_shape) + out_channels
