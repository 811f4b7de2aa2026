# %% wrong: returns the costs of the two layers as a pair instead of their sum
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    reduce = pixels * in_channels * middle_channels
    convolve = pixels * middle_channels * out_channels * kernel_size**2
    return reduce, convolve
# %% wrong: the second layer is counted without padding, (H - K + 1) x (W - K + 1) outputs, though it keeps the size; right for kernels of 1
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * in_channels * middle_channels
    h, w = height - kernel_size + 1, width - kernel_size + 1
    return first + h * w * middle_channels * out_channels * kernel_size * kernel_size
# %% wrong: counts a ResNet bottleneck of three layers: 1x1 down, KxK from middle to middle, 1x1 up to the output channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    layers = [(in_channels, middle_channels, 1), (middle_channels, middle_channels, kernel_size),
              (middle_channels, out_channels, 1)]
    return sum(height * width * a * b * k * k for a, b, k in layers)
# %% wrong: two mistakes: counts the weights only (height x width is missing), and the kernel size is not squared
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return in_channels * middle_channels + middle_channels * kernel_size * out_channels
# %% right: a helper for one layer
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    def layer(c_in, c_out, k):
        return c_in * k * k * (c_out * height * width)
    return layer(in_channels, middle_channels, 1) + layer(middle_channels, out_channels, kernel_size)
