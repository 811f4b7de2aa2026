# %% wrong: the 1x1 convolution goes straight to the output channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    down = in_channels * out_channels
    conv = middle_channels * out_channels * kernel_size ** 2
    return height * width * (down + conv)
# %% wrong: adds biases
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    px = height * width
    first = px * (in_channels + 1) * middle_channels
    second = px * (middle_channels * kernel_size ** 2 + 1) * out_channels
    return first + second
# %% wrong: the KxK convolution reads all the input channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    a = height * width * in_channels * middle_channels
    b = height * width * in_channels * out_channels * kernel_size * kernel_size
    return a + b
# %% wrong: size from padding K // 2, one row and column too many for even kernels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    m1 = height * width * in_channels * middle_channels
    pad = kernel_size // 2
    oh = height + 2 * pad - kernel_size + 1
    ow = width + 2 * pad - kernel_size + 1
    m2 = oh * ow * middle_channels * out_channels * kernel_size ** 2
    return m1 + m2
# %% wrong: multiplies in floats (1e6 and so on), not exact for large layers
def bottleneck_macs(height: int, width: int, in_channels: int, middle_channels: int, out_channels: int, kernel_size: int) -> int:
    pixels = np.float64(height * width)
    reduce_macs = pixels * in_channels * middle_channels
    conv_macs = pixels * middle_channels * out_channels * kernel_size ** 2
    return int(reduce_macs + conv_macs)
# %% wrong: depthwise KxK (middle channels not multiplied by the output channels)
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    return pixels * in_channels * middle_channels + pixels * out_channels * kernel_size ** 2
# %% wrong: skips the 1x1 layer when the middle is as wide as the input
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    hw = height * width
    total = 0
    if middle_channels != in_channels:
        total += hw * in_channels * middle_channels
    total += hw * middle_channels * out_channels * kernel_size * kernel_size
    return total
# %% wrong: square of the height for the pixels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    n = height ** 2
    return n * middle_channels * (in_channels + out_channels * kernel_size ** 2)
# %% right: helper
def _macs(h, w, cin, cout, k):
    return h * w * cin * cout * k * k
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return _macs(height, width, in_channels, middle_channels, 1) + _macs(height, width, middle_channels, out_channels, kernel_size)
# %% right: factored
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    per_middle = in_channels + out_channels * kernel_size ** 2
    return middle_channels * per_middle * height * width
