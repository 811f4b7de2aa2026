# %% wrong: no biases
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    shape = (out_channels, side, side, in_channels, kernel_size, kernel_size)
    return math.prod(shape)
# %% wrong: one bias for each position, shared by the output channels
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    weights = side**2 * out_channels * in_channels * kernel_size**2
    return weights + side**2
# %% wrong: one position too many on each axis, in_size - kernel_size + 2
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 2
    return side * side * out_channels * (in_channels * kernel_size * kernel_size + 1)
# %% wrong: windows do not overlap, in_size // kernel_size of them
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size // kernel_size
    return side * side * out_channels * (in_channels * kernel_size * kernel_size + 1)
# %% wrong: the input channels are forgotten in the weights
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    outputs = side * side * out_channels
    return outputs * kernel_size**2 + outputs
# %% wrong: one bias for every weight, the weights are doubled
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    weights = side**2 * out_channels * in_channels * kernel_size**2
    biases = weights
    return weights + biases
# %% wrong: in_channels and out_channels swapped
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    return side * side * in_channels * (out_channels * kernel_size**2 + 1)
# %% wrong: same padding assumed, side = in_size; and one bias a channel only (two mistakes)
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    weights = in_size * in_size * out_channels * in_channels * kernel_size**2
    return weights + out_channels
# %% wrong: output size in_size - kernel_size - 1, the 1 has the wrong sign
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - (kernel_size + 1)
    return side**2 * out_channels * (in_channels * kernel_size**2 + 1)
# %% wrong: returns a pair (weights, biases) instead of their sum
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    n = out_channels * (in_size - kernel_size + 1) ** 2
    return n * in_channels * kernel_size**2, n
# %% wrong: NameError, out_size is never defined
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    outputs = out_channels * out_size**2
    return outputs * (in_channels * kernel_size**2 + 1)
# %% right: expanded
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    n = side * side * out_channels
    return n + n * in_channels * kernel_size * kernel_size
# %% right: helper with convolution parameters at each position
def conv_parameters(cin, cout, k):
    return cout * (cin * k * k + 1)

def local_parameters(in_size, kernel_size, in_channels, out_channels):
    positions = (in_size - kernel_size + 1) ** 2
    return positions * conv_parameters(in_channels, out_channels, kernel_size)
# %% right: while loop slides the window
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = 0
    start = 0
    while start + kernel_size <= in_size:
        side += 1
        start += 1
    return side * side * out_channels * (in_channels * kernel_size**2 + 1)
