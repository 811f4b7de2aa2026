# %% wrong: the second layer multiplies by kernel_size once, not squared; shows unless kernel_size is 1
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = height * width * in_channels * middle_channels
    conv = height * width * middle_channels * out_channels * kernel_size
    return reduce + conv
# %% wrong: the K×K layer is counted with the smaller output of a convolution without padding; shows when kernel_size is above 1
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    k = kernel_size
    macs1 = in_channels * middle_channels * height * width
    h2, w2 = height - k + 1, width - k + 1
    macs2 = middle_channels * k * k * out_channels * h2 * w2
    return macs1 + macs2
# %% wrong: counts the weights of the two layers, height and width are left out; shows unless the map is 1×1
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = in_channels * middle_channels
    second = middle_channels * out_channels * kernel_size ** 2
    return first + second
# %% wrong: the K×K layer is counted as if it still read in_channels, not middle_channels; shows when these two differ
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    n = height * width
    # 1x1
    total = n * middle_channels * in_channels
    # KxK
    total += n * out_channels * in_channels * kernel_size**2
    return total
# %% right: factors taken out of the sum
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    for_each_middle = in_channels + out_channels * pow(kernel_size, 2)
    return math.prod([height, width, middle_channels, for_each_middle])
