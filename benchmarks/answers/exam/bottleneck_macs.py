# %% wrong: the height is taken for the width too
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height ** 2
    return pixels * middle_channels * (in_channels + out_channels * kernel_size ** 2)

# %% wrong: the pixels are counted in the first layer only, brackets are missing
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return (height * width * in_channels * middle_channels
            + middle_channels * out_channels * kernel_size ** 2)

# %% wrong: the second layer reads the in_channels instead of the middle ones
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = height * width * middle_channels * in_channels
    convolve = height * width * out_channels * in_channels * kernel_size ** 2
    return reduce + convolve

# %% wrong: the K×K layer is counted without padding, its output shrinks
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = height * width * middle_channels * in_channels
    h, w = height - kernel_size + 1, width - kernel_size + 1
    return reduce + h * w * out_channels * middle_channels * kernel_size ** 2

# %% wrong: a third layer, a 1×1 that widens again as in ResNet; the K×K stays in the middle channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = in_channels * middle_channels
    second = middle_channels * middle_channels * kernel_size ** 2
    third = middle_channels * out_channels
    return height * width * (first + second + third)

# %% wrong: the biases are counted as multiply-adds
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = (in_channels + 1) * middle_channels
    second = (middle_channels * kernel_size ** 2 + 1) * out_channels
    return height * width * (first + second)

# %% right: layer by layer
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    total = 0
    for c_in, c_out, k in [(in_channels, middle_channels, 1), (middle_channels, out_channels, kernel_size)]:
        total += height * width * c_out * c_in * k * k
    return total
