# %% wrong: ^ is bitwise XOR in Python, not a power: kernel_size ^ 2 in place of kernel_size ** 2 gives a wrong number of weights
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (in_channels * (kernel_size ^ 2) + 1)
# %% wrong: in_channels is ignored: each filter is counted with one kernel only, as if there were one input channel
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = out_channels * kernel_size * kernel_size
    biases = out_channels
    return weights + biases
# %% wrong: one bias for each kernel (in_channels * out_channels biases) in place of one for each output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    total = 0
    for o in range(out_channels):
        for c in range(in_channels):
            total += kernel_size**2 + 1
    return total
# %% wrong: one single bias is added for the whole layer in place of one per output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    per_filter = in_channels * kernel_size**2
    return per_filter * out_channels + 1
# %% right: size of the arrays that would be made
def conv_parameters(in_channels, out_channels, kernel_size):
    weight_shape = (out_channels, in_channels, kernel_size, kernel_size)
    return math.prod(weight_shape) + weight_shape[0]
