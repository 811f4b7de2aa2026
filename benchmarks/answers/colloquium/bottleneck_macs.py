# %% wrong: the weights are counted, not the multiply-adds: the factor height * width is missing from both layers
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = in_channels * middle_channels
    convolve = middle_channels * out_channels * kernel_size ** 2
    return reduce + convolve
# %% wrong: the second layer is counted as if it read all in_channels, not only the middle channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    first = pixels * middle_channels * in_channels
    second = pixels * out_channels * in_channels * kernel_size * kernel_size
    return first + second
# %% wrong: the second layer is taken to shrink the image without padding, (height - K + 1) * (width - K + 1), though it keeps the size
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    h2, w2 = height - kernel_size + 1, width - kernel_size + 1
    return (height * width * in_channels * middle_channels
            + h2 * w2 * middle_channels * out_channels * kernel_size ** 2)
# %% wrong: height * width multiplies only the first layer; the brackets around the sum are missing, so the second layer is counted for one pixel
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * in_channels * middle_channels + middle_channels * out_channels * kernel_size ** 2
# %% right: a helper for any layer, summed over a list of layers
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    def per_pixel(c_in, c_out, k):
        return c_in * c_out * k * k
    chain = [(in_channels, middle_channels, 1), (middle_channels, out_channels, kernel_size)]
    return sum(per_pixel(*layer) for layer in chain) * (height * width)
