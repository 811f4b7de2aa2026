# %% wrong: counts the weights of the two layers, not the multiply-adds: height * width is missing; shows for every image larger than 1x1
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    squeeze = in_channels * middle_channels
    spatial = middle_channels * kernel_size * kernel_size * out_channels
    return squeeze + spatial
# %% wrong: the kernel size of the second layer is not squared; shows when kernel_size > 1
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    # first the 1x1, then the KxK
    return pixels * in_channels * middle_channels + pixels * middle_channels * kernel_size * out_channels
# %% wrong: two mistakes: the K×K layer is counted without padding (H - K + 1 by W - K + 1 outputs; shows when kernel_size > 1), and each output of the 1×1 counts one more for a bias
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    k = kernel_size
    first = height * width * middle_channels * (in_channels + 1)
    oh, ow = height - k + 1, width - k + 1
    second = oh * ow * out_channels * middle_channels * k ** 2
    return first + second
# %% wrong: takes height * height for the number of pixels; right for square images only
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    def layer(c_from, c_to, k):
        return height ** 2 * c_to * c_from * k ** 2
    return layer(in_channels, middle_channels, 1) + layer(middle_channels, out_channels, kernel_size)
# %% right: the middle channels taken out as a common factor
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    per_middle_channel = in_channels + out_channels * kernel_size ** 2
    return math.prod((height, width, middle_channels, per_middle_channel))
