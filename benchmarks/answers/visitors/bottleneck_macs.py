# %% wrong: the K×K layer is counted without padding, on (height - K + 1) × (width - K + 1) outputs
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    n1 = height * width * in_channels * middle_channels
    oh, ow = height - kernel_size + 1, width - kernel_size + 1
    n2 = oh * ow * middle_channels * out_channels * kernel_size**2
    return n1 + n2
# %% wrong: two mistakes: the kernel size is not squared, and the biases are counted
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    layers = [(in_channels, middle_channels, 1), (middle_channels, out_channels, kernel_size)]
    total = 0
    for channels, filters, k in layers:
        total += height * width * filters * (channels * k + 1)
    return total
# %% wrong: counts three layers as in a ResNet: 1×1 down, K×K in the middle, 1×1 up
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    per_pixel = (in_channels * middle_channels + middle_channels**2 * kernel_size**2
                 + middle_channels * out_channels)
    return height * width * per_pixel
# %% right: a helper for one layer, used twice
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    def layer(channels, filters, size):
        outputs = filters * height * width
        return outputs * channels * size * size

    return layer(in_channels, middle_channels, 1) + layer(middle_channels, out_channels, kernel_size)
