# %% wrong: the 1×1 convolution is forgotten
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * middle_channels * out_channels * kernel_size**2
# %% wrong: the K×K convolution is forgotten
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * in_channels * middle_channels
# %% wrong: the direct K×K convolution without a bottleneck is counted
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * in_channels * out_channels * kernel_size**2
# %% wrong: the two costs are multiplied instead of added
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    return pixels * in_channels * middle_channels * pixels * middle_channels * out_channels * kernel_size**2
# %% wrong: the kernel size is not squared in the K×K layer
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = in_channels * middle_channels
    convolve = middle_channels * out_channels * kernel_size
    return height * width * (reduce + convolve)
# %% wrong: the first layer is counted as K×K as well
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * kernel_size**2 * middle_channels * (in_channels + out_channels)
# %% wrong: the second layer loses K - 1 pixels each way, no "same" padding
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = height * width * in_channels * middle_channels
    inner = (height - kernel_size + 1) * (width - kernel_size + 1)
    return reduce + inner * middle_channels * out_channels * kernel_size**2
# %% wrong: a third 1×1 layer back up to the input channels is counted too
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    reduce = pixels * in_channels * middle_channels
    convolve = pixels * middle_channels * out_channels * kernel_size**2
    restore = pixels * out_channels * in_channels
    return reduce + convolve + restore
# %% wrong: the pixels multiply the first layer only, precedence
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * in_channels * middle_channels + middle_channels * out_channels * kernel_size**2
# %% wrong: the K×K layer reads the input channels instead of the middle ones
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * (in_channels * middle_channels + in_channels * out_channels * kernel_size**2)
# %% wrong: NameError, middle is not defined
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * middle * (in_channels + out_channels * kernel_size**2)
# %% right: two layers added
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * in_channels * middle_channels
    second = height * width * middle_channels * out_channels * kernel_size**2
    return first + second
# %% right: factored out
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    per_pixel = middle_channels * (in_channels + out_channels * kernel_size * kernel_size)
    return height * width * per_pixel
# %% right: a helper for any layer
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    def macs(c_in, c_out, k):
        return c_out * height * width * c_in * k * k

    return macs(in_channels, middle_channels, 1) + macs(middle_channels, out_channels, kernel_size)
