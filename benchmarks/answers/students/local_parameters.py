# %% wrong: one bias for each output channel only, as in a convolution
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    places = (in_size - kernel_size + 1) ** 2
    return places * out_channels * in_channels * kernel_size ** 2 + out_channels
# %% wrong: output size without the + 1
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size
    return side * side * out_channels * (in_channels * kernel_size ** 2 + 1)
# %% wrong: places along one side only, not squared
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    places = in_size - kernel_size + 1
    return places * out_channels * (in_channels * kernel_size ** 2 + 1)
# %% wrong: forgets the biases
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out = in_size - kernel_size + 1
    return out ** 2 * out_channels * in_channels * kernel_size ** 2
# %% wrong: as many places as the input has pixels (in_size ** 2), as if padding kept the size
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    return in_size ** 2 * out_channels * (in_channels * kernel_size ** 2 + 1)
# %% right: counts outputs and multiplies by the cost of one
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = len(range(kernel_size, in_size + 1))
    cost_of_one = 1 + in_channels * pow(kernel_size, 2)
    return cost_of_one * side * side * out_channels
