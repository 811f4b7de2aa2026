# %% wrong: in the second layer the kernel size is not squared (K instead of K * K taps)
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = height * width * in_channels * middle_channels
    convolve = height * width * middle_channels * out_channels * kernel_size
    return reduce + convolve
# %% wrong: the second layer is counted as a K x K without padding, with (H - K + 1) * (W - K + 1) outputs, although it keeps the size
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * middle_channels * in_channels
    h_out = height - kernel_size + 1
    w_out = width - kernel_size + 1
    second = h_out * w_out * out_channels * middle_channels * kernel_size ** 2
    return first + second
# %% wrong: the second layer takes in_channels instead of middle_channels as its input channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    return pixels * (in_channels * middle_channels
                     + in_channels * kernel_size**2 * out_channels)
# %% wrong: two mistakes: multiplications and additions are counted as two operations (twice the multiply-adds), and a bias addition for each output value of both layers is counted as well
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    def layer(cin, cout, k):
        return (2 * cin * k * k + 1) * cout * height * width
    return layer(in_channels, middle_channels, 1) + layer(middle_channels, out_channels, kernel_size)
# %% right: everything the middle channels take part in, factored out
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    per_middle_value = in_channels + kernel_size * kernel_size * out_channels
    return math.prod((height, width, middle_channels, per_middle_value))
