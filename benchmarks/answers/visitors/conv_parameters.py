# %% wrong: takes kernel_size for the number of weights of the window (not squared)
def conv_parameters(in_channels, out_channels, kernel_size):
    # P * K weights, for each input channel, and P biases
    K, P = kernel_size, out_channels
    return P * K * in_channels + P
# %% wrong: counts a bias for every kernel, that is for each pair of input and output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    total = 0
    for o in range(out_channels):
        for i in range(in_channels):
            total += kernel_size * kernel_size
            total += 1  # bias
    return total
# %% wrong: each filter has one flat kernel, the input channels are forgotten
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = out_channels * kernel_size**2
    biases = out_channels
    return weights + biases
# %% right: a sum over the filters
def conv_parameters(in_channels, out_channels, kernel_size):
    one_filter = math.prod([in_channels, kernel_size, kernel_size])
    return sum(one_filter + 1 for _ in range(out_channels))
