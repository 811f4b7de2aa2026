# %% wrong: the 1x1 is forgotten: only the K x K from middle to out
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * middle_channels * out_channels * kernel_size ** 2
# %% wrong: the K x K starts from in_channels instead of from the middle channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = height * width * in_channels * middle_channels
    convolve = height * width * in_channels * out_channels * kernel_size ** 2
    return reduce + convolve
# %% wrong: the K x K makes the picture smaller: (height - K + 1) times (width - K + 1), though it keeps the size
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * in_channels * middle_channels
    out_h, out_w = height - kernel_size + 1, width - kernel_size + 1
    return first + out_h * out_w * middle_channels * out_channels * kernel_size ** 2
# %% wrong: kernel_size is not squared
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * (in_channels * middle_channels + middle_channels * out_channels * kernel_size)
# %% wrong: the two costs are multiplied instead of added
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    return pixels * in_channels * middle_channels * pixels * middle_channels * out_channels * kernel_size ** 2
# %% right: factored: each middle map is made once and read by all taps
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    per_middle_number = in_channels + out_channels * kernel_size * kernel_size
    return per_middle_number * middle_channels * width * height
