# %% wrong: only the pointwise weights, the depthwise total is overwritten
def separable_parameters(in_channels, out_channels, kernel_size):
    total = in_channels * kernel_size**2
    total = in_channels * out_channels
    return total
# %% wrong: one bias for each output channel is added
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * (kernel_size**2 + out_channels) + out_channels
# %% wrong: the square stands at out_channels instead of kernel_size
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * kernel_size + in_channels * out_channels**2
# %% wrong: the 1×1 layer is counted with K×K kernels as well
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * kernel_size**2 + in_channels * out_channels * kernel_size**2
# %% wrong: the pointwise layer goes from in to in channels
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * kernel_size**2 + in_channels * in_channels
# %% wrong: separable in the sense of K×1 and 1×K kernels, 2K weights for each input channel
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * 2 * kernel_size + in_channels * out_channels
# %% wrong: input and output channels exchanged in the depthwise part
def separable_parameters(in_channels, out_channels, kernel_size):
    depthwise = np.empty((out_channels, 1, kernel_size, kernel_size))
    pointwise = np.empty((out_channels, in_channels, 1, 1))
    return depthwise.size + pointwise.size
# %% wrong: the channels are added for the 1×1 layer instead of multiplied
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * kernel_size**2 + (in_channels + out_channels)
# %% wrong: parameters in the order out, in
def separable_parameters(out_channels, in_channels, kernel_size):
    return in_channels * (kernel_size**2 + out_channels)
# %% wrong: the fraction of an ordinary convolution's weights instead of the number
def separable_parameters(in_channels, out_channels, kernel_size):
    separable = in_channels * kernel_size**2 + in_channels * out_channels
    ordinary = in_channels * out_channels * kernel_size**2
    return separable / ordinary
# %% wrong: UnboundLocalError, the sum is never started
def separable_parameters(in_channels, out_channels, kernel_size):
    for _ in range(in_channels):
        weights += kernel_size**2 + out_channels
    return weights
# %% right: counted channel by channel
def separable_parameters(in_channels, out_channels, kernel_size):
    weights = 0
    for _ in range(in_channels):
        weights += kernel_size**2
        weights += out_channels
    return weights
# %% right: products of shapes
def separable_parameters(in_channels, out_channels, kernel_size):
    shapes = [(in_channels, 1, kernel_size, kernel_size), (out_channels, in_channels, 1, 1)]
    return sum(map(math.prod, shapes))
# %% right: ordinary convolution's count with groups
def separable_parameters(in_channels, out_channels, kernel_size):
    def weights(c_in, c_out, k, groups=1):
        return c_out * (c_in // groups) * k * k

    depthwise = weights(in_channels, in_channels, kernel_size, groups=in_channels)
    return depthwise + weights(in_channels, out_channels, 1)
