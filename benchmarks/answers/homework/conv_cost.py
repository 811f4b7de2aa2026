# %% wrong: bias as MACs
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    p = out_channels * (in_channels * kernel_size ** 2 + 1)
    return p, p * out_height * out_width
# %% wrong: swapped pair
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    w = out_channels * in_channels * kernel_size ** 2
    return w * out_height * out_width, w + out_channels
# %% wrong: FLOPs: two per multiply-add
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    w = out_channels * in_channels * kernel_size ** 2
    return w + out_channels, 2 * w * out_height * out_width
# %% wrong: square outputs assumed
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    w = out_channels * in_channels * kernel_size ** 2
    return w + out_channels, w * out_height ** 2
# %% right: formula
def conv_cost(in_channels, out_channels, kernel_size, out_height, out_width):
    w = out_channels * in_channels * kernel_size ** 2
    return w + out_channels, w * out_height * out_width
