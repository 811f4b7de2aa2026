# %% wrong: lets the K x K layer shrink the map to (height - K + 1) x (width - K + 1), although it keeps the size
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = height * width * in_channels * middle_channels
    h, w = height - kernel_size + 1, width - kernel_size + 1
    return reduce + h * w * middle_channels * out_channels * kernel_size ** 2
# %% wrong: counts three layers as in ResNet (1x1 down, K x K from middle to middle channels, 1x1 up) instead of the two of the task
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    down = in_channels * middle_channels
    spatial = middle_channels * middle_channels * kernel_size ** 2
    up = middle_channels * out_channels
    return height * width * (down + spatial + up)
# %% wrong: counts the weights of the two layers, not the multiply-adds: height and width are ignored
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return in_channels * middle_channels + middle_channels * out_channels * kernel_size ** 2
# %% wrong: two mistakes: the 1x1 layer is left out, and kernel_size is counted once instead of squared
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    values = height * width * out_channels
    return values * middle_channels * kernel_size
# %% right: a list of layers
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    layers = [(in_channels, middle_channels, 1), (middle_channels, out_channels, kernel_size)]
    return sum(height * width * o * i * k * k for i, o, k in layers)
