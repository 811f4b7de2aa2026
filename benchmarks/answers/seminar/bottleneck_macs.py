# %% wrong: the kernel size is not squared in the second layer; shows for every kernel size above 1
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    first = pixels * middle_channels * in_channels
    second = pixels * out_channels * middle_channels * kernel_size
    return first + second
# %% wrong: the second layer's output is taken as smaller (no padding), though the task says it keeps the size; shows for every kernel size above 1
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    macs_1x1 = in_channels * middle_channels * height * width
    # second convolution: output size is H - K + 1
    h2 = height - kernel_size + 1
    w2 = width - kernel_size + 1
    macs_kxk = middle_channels * kernel_size**2 * out_channels * h2 * w2
    return macs_1x1 + macs_kxk
# %% wrong: the second layer is counted as reading in_channels, not middle_channels; shows where the two differ
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    def layer(c_in, c_out, k):
        return height * width * c_out * c_in * k * k

    return layer(in_channels, middle_channels, 1) + layer(in_channels, out_channels, kernel_size)
# %% wrong: the 1×1 layer is counted for one pixel only, not for height · width; shows where there is more than one pixel
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    total = in_channels * middle_channels
    for o in range(out_channels):
        total += height * width * middle_channels * kernel_size**2
    return total
# %% right: multiply-adds of one pixel, middle channel by middle channel
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    # each middle channel is made from in_channels values and read by every tap of every filter
    per_middle = in_channels + out_channels * kernel_size * kernel_size
    return middle_channels * per_middle * height * width
