# %% wrong: the second layer is counted without padding, with (H - K + 1) times (W - K + 1) outputs
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = height * width * in_channels * middle_channels
    out_height, out_width = height - kernel_size + 1, width - kernel_size + 1
    return reduce + out_height * out_width * middle_channels * out_channels * kernel_size**2
# %% wrong: a missing bracket: the pixels multiply the first layer only
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return (height * width * in_channels * middle_channels
            + middle_channels * out_channels * kernel_size * kernel_size)
# %% wrong: counts three layers: 1x1, a KxK that stays in the middle channels, and another 1x1 to the output
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    squeeze = pixels * in_channels * middle_channels
    convolve = pixels * middle_channels * middle_channels * kernel_size**2
    expand = pixels * middle_channels * out_channels
    return squeeze + convolve + expand
# %% wrong: the KxK layer is counted as if it read the input channels, not the middle ones
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    def macs(channels, filters, size):
        return height * width * filters * channels * size**2

    return macs(in_channels, middle_channels, 1) + macs(in_channels, out_channels, kernel_size)
# %% right: a list of layers, and a sum over it
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    layers = [(in_channels, middle_channels, 1), (middle_channels, out_channels, kernel_size)]
    return sum(math.prod((height, width, c_in, c_out, k, k)) for c_in, c_out, k in layers)
