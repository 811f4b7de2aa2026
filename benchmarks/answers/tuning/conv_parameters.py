# %% wrong: the biases are forgotten
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size**2
# %% wrong: the kernel size is not squared
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size + out_channels
# %% wrong: one bias for each input channel instead of each output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size**2 + in_channels
# %% wrong: the kernel is counted once and not for each input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (kernel_size * kernel_size + 1)
# %% wrong: kernel_size doubled, times 2 instead of squared
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * (kernel_size * 2) + out_channels
# %% wrong: a bias for every kernel, that is for each pair of input and output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * in_channels * (kernel_size**2 + 1)
# %% wrong: ^ (exclusive or) instead of ** for the square
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * (kernel_size ^ 2) + out_channels
# %% wrong: only one bias for the whole layer
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = in_channels * out_channels * kernel_size * kernel_size
    return weights + 1
# %% wrong: precedence, the square is taken of the whole product
def conv_parameters(in_channels, out_channels, kernel_size):
    return (in_channels * out_channels * kernel_size) ** 2 + out_channels
# %% wrong: multiplied with an image size of 28, which plays no part
def conv_parameters(in_channels, out_channels, kernel_size):
    outputs = (28 - kernel_size + 1) ** 2
    return outputs * in_channels * out_channels * kernel_size**2 + out_channels
# %% wrong: TypeError, kernel_size is unpacked as a pair
def conv_parameters(in_channels, out_channels, kernel_size):
    kernel_height, kernel_width = kernel_size
    return out_channels * (in_channels * kernel_height * kernel_width + 1)
# %% wrong: two mistakes: the kernel size is not squared, and no biases
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * kernel_size * out_channels
# %% right: weights plus biases
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = in_channels * out_channels * kernel_size**2
    biases = out_channels
    return weights + biases
# %% right: per filter
def conv_parameters(in_channels, out_channels, kernel_size):
    per_filter = in_channels * kernel_size * kernel_size + 1
    return per_filter * out_channels
# %% right: math.prod of the weight's shape
def conv_parameters(in_channels, out_channels, kernel_size):
    return math.prod((out_channels, in_channels, kernel_size, kernel_size)) + out_channels
# %% right: counting in loops
def conv_parameters(in_channels, out_channels, kernel_size):
    count = 0
    for f in range(out_channels):
        for c in range(in_channels):
            count += kernel_size * kernel_size
        count += 1
    return count
