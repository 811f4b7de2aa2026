# %% wrong: second product from in_channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * in_channels * (middle_channels + out_channels * kernel_size ** 2)
# %% wrong: the two multiplied
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * in_channels * middle_channels * out_channels * kernel_size ** 2
# %% wrong: valid K×K
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    k = kernel_size
    return height * width * in_channels * middle_channels + (height - k + 1) * (width - k + 1) * middle_channels * out_channels * k * k
# %% wrong: a third 1×1 up, as in ResNet
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * middle_channels * (in_channels + middle_channels * kernel_size ** 2 + out_channels)
# %% right: formula
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return height * width * middle_channels * (in_channels + out_channels * kernel_size ** 2)
