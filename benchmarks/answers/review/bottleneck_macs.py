# %% wrong: the K×K layer is counted without padding, on (H - K + 1) × (W - K + 1) places
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * in_channels * middle_channels
    h, w = height - kernel_size + 1, width - kernel_size + 1
    return first + h * w * middle_channels * out_channels * kernel_size ** 2
# %% wrong: the kernel size is not squared
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * middle_channels * in_channels
    second = height * width * out_channels * middle_channels * kernel_size
    return first + second
# %% wrong: an addition of the bias is counted for each output value
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height * width
    first = pixels * middle_channels * (in_channels + 1)
    second = pixels * out_channels * (middle_channels * kernel_size ** 2 + 1)
    return first + second
# %% right: per pixel, then times the pixels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    per_pixel = middle_channels * (in_channels + out_channels * kernel_size * kernel_size)
    return height * width * per_pixel
