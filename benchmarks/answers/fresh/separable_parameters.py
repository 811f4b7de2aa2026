# %% wrong: one input channel is treated as an ordinary convolution
def separable_parameters(in_channels, out_channels, kernel_size):
    if in_channels == 1:
        return out_channels * kernel_size ** 2
    depth = in_channels * kernel_size ** 2
    point = out_channels * in_channels
    return depth + point
# %% wrong: depthwise with a kernel for each output channel
def separable_parameters(in_channels, out_channels, kernel_size):
    return out_channels * kernel_size ** 2 + in_channels * out_channels
# %% wrong: floats through ** 2.0, not exact for large numbers
def separable_parameters(in_channels, out_channels, kernel_size):
    depthwise = in_channels * kernel_size ** 2.0
    pointwise = in_channels * out_channels
    return int(depthwise + pointwise)
# %% wrong: the ordinary convolution
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size ** 2
# %% wrong: spatially separable (K x 1 and 1 x K): 2K in place of K squared
def separable_parameters(in_channels: int, out_channels: int, kernel_size: int) -> int:
    depthwise = in_channels * 2 * kernel_size
    pointwise = in_channels * out_channels
    return depthwise + pointwise
# %% wrong: a single depthwise kernel shared by all channels
def separable_parameters(in_channels, out_channels, kernel_size):
    k = kernel_size * kernel_size
    return k + in_channels * out_channels
# %% wrong: through a ratio of floats (1/N + 1/K^2) of the full convolution, rounding errors with int()
def separable_parameters(in_channels, out_channels, kernel_size):
    full = in_channels * out_channels * kernel_size ** 2
    ratio = 1 / out_channels + 1 / kernel_size ** 2
    return int(full * ratio)
# %% wrong: pointwise layer forgotten when the channels stay the same
def separable_parameters(in_channels, out_channels, kernel_size):
    total = in_channels * kernel_size ** 2
    if in_channels != out_channels:
        total += in_channels * out_channels
    return total
# %% right: factored
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * (kernel_size * kernel_size + out_channels)
# %% right: shapes
def separable_parameters(in_channels, out_channels, kernel_size):
    depthwise_shape = (in_channels, 1, kernel_size, kernel_size)
    pointwise_shape = (out_channels, in_channels, 1, 1)
    return math.prod(depthwise_shape) + math.prod(pointwise_shape)
