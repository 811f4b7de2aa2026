# %% wrong: the second layer is counted with in_channels inputs instead of middle_channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    first = pixels * in_channels * middle_channels
    second = pixels * in_channels * out_channels * kernel_size**2
    return first + second
# %% wrong: the outputs of the second layer are counted without padding, (height - K + 1) * (width - K + 1), though the layer keeps the size
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = height * width * in_channels * middle_channels
    out_h, out_w = height - kernel_size + 1, width - kernel_size + 1
    return reduce + out_h * out_w * middle_channels * out_channels * kernel_size**2
# %% wrong: brackets are missing, so height * width multiplies the first layer only and the second is counted for a single place
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * in_channels * middle_channels + middle_channels * out_channels * kernel_size**2
# %% wrong: the 1x1 layer is counted with kernel_size squared products as well
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    def macs(c_in, c_out):
        return c_in * c_out * kernel_size * kernel_size * height * width

    return macs(in_channels, middle_channels) + macs(middle_channels, out_channels)
# %% right: middle channel by middle channel: what it takes in and what it gives out
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    per_middle_channel = in_channels + kernel_size * kernel_size * out_channels
    return per_middle_channel * middle_channels * height * width
