# %% wrong: the second layer is counted with the input's channels, as if there was no reduction
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    reduce = pixels * in_channels * middle_channels
    convolve = pixels * in_channels * out_channels * kernel_size ** 2
    return reduce + convolve
# %% wrong: the K×K is taken as valid, its output is smaller
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * in_channels * middle_channels
    oh, ow = height - kernel_size + 1, width - kernel_size + 1
    return first + oh * ow * middle_channels * kernel_size * kernel_size * out_channels
# %% wrong: weights in place of multiply-adds, the pixels are left out
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    layers = [(in_channels, middle_channels, 1), (middle_channels, out_channels, kernel_size)]
    return sum(a * b * k * k for a, b, k in layers)
# %% wrong: the 1×1 too is given the large kernel
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    per_pixel = (in_channels + out_channels) * middle_channels * kernel_size ** 2
    return per_pixel * height * width
# %% right: layers in a list
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    channels, kernels = (in_channels, middle_channels, out_channels), (1, kernel_size)
    return height * width * sum(a * b * k * k for a, b, k in zip(channels, channels[1:], kernels))
