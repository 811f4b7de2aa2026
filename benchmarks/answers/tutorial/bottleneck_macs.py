# %% wrong: the costs of the two layers are returned as a pair and not added
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = height * width * in_channels * middle_channels
    convolve = height * width * middle_channels * out_channels * kernel_size ** 2
    return reduce, convolve
# %% wrong: the second layer's outputs are counted as height * height; right for square maps
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * middle_channels * in_channels
    second = height * height * out_channels * middle_channels * kernel_size * kernel_size
    return first + second
# %% wrong: a ResNet bottleneck of three layers: the KxK goes from the middle to the middle channels, and another 1x1 leads to the output channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    layers = [(in_channels, middle_channels, 1),
              (middle_channels, middle_channels, kernel_size),
              (middle_channels, out_channels, 1)]
    return sum(height * width * c_in * c_out * k * k for c_in, c_out, k in layers)
# %% wrong: two mistakes: the KxK layer is counted without padding (its outputs shrink by K - 1), and the biases are counted as multiply-adds in both layers
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * middle_channels * (in_channels + 1)
    h, w = height - kernel_size + 1, width - kernel_size + 1
    return first + h * w * out_channels * (middle_channels * kernel_size ** 2 + 1)
# %% right: common factors taken out
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    return pixels * middle_channels * (in_channels + out_channels * kernel_size ** 2)
