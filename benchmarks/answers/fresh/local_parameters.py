# %% wrong: one bias an output channel only, as if it were shared
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    n = in_size - kernel_size + 1
    return n * n * out_channels * in_channels * kernel_size ** 2 + out_channels
# %% wrong: number of positions without + 1
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size
    return side ** 2 * out_channels * (in_channels * kernel_size ** 2 + 1)
# %% wrong: int32 sides, the product overflows for a large layer
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    n = np.int32(in_size - kernel_size + 1)
    outputs = n * n * np.int32(out_channels)
    return int(outputs * np.int32(in_channels * kernel_size ** 2 + 1))
# %% wrong: in_size squared positions ("same")
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    return in_size ** 2 * out_channels * (kernel_size ** 2 * in_channels + 1)
# %% wrong: the bias is multiplied by the input channels, brackets wrong
def local_parameters(in_size: int, kernel_size: int, in_channels: int, out_channels: int) -> int:
    out_size = in_size - kernel_size + 1
    weights_per_output = (kernel_size ** 2 + 1) * in_channels
    return out_size ** 2 * out_channels * weights_per_output
# %% wrong: weights shared between the output channels, biases not
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    o = in_size - kernel_size + 1
    w = o * o * in_channels * kernel_size * kernel_size
    b = o * o * out_channels
    return w + b
# %% wrong: goes through floats, not exact for large layers
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out_size = (in_size - kernel_size) / 1 + 1
    weights = out_size ** 2 * out_channels * in_channels * kernel_size ** 2
    biases = out_size ** 2 * out_channels
    return int(weights + biases)
# %% wrong: windows do not overlap (in_size // kernel_size positions)
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    tiles = (in_size // kernel_size) ** 2
    per_value = in_channels * kernel_size ** 2 + 1
    return tiles * per_value * out_channels
# %% right: stepwise
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = 1 + in_size - kernel_size
    values = side * side * out_channels
    weights = values * in_channels * kernel_size * kernel_size
    return weights + values
# %% right: dense
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    def dense(i, o):
        return i * o + o
    # each place is a small dense layer from the window to the channels
    one_place = dense(in_channels * kernel_size ** 2, out_channels)
    return one_place * len(range(in_size - kernel_size + 1)) ** 2
