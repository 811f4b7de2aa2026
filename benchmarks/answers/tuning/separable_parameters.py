# %% wrong: the 1×1 convolution is forgotten
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * kernel_size**2
# %% wrong: the depthwise convolution is forgotten
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels
# %% wrong: biases are counted for both layers
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * (kernel_size**2 + 1) + (in_channels + 1) * out_channels
# %% wrong: one depthwise kernel for each output channel instead of each input channel
def separable_parameters(in_channels, out_channels, kernel_size):
    return out_channels * kernel_size**2 + in_channels * out_channels
# %% wrong: an ordinary K×K convolution is counted
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size**2
# %% wrong: the depthwise layer is counted as an ordinary one from in to in channels
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * in_channels * kernel_size**2 + in_channels * out_channels
# %% wrong: the kernel size is not squared
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * kernel_size + in_channels * out_channels
# %% wrong: the two numbers are multiplied instead of added
def separable_parameters(in_channels, out_channels, kernel_size):
    depthwise = in_channels * kernel_size**2
    pointwise = in_channels * out_channels
    return depthwise * pointwise
# %% wrong: the kernel is counted once, not for each input channel
def separable_parameters(in_channels, out_channels, kernel_size):
    return kernel_size**2 + in_channels * out_channels
# %% wrong: forgotten return
def separable_parameters(in_channels, out_channels, kernel_size):
    depthwise = in_channels * kernel_size**2
    pointwise = in_channels * out_channels
    depthwise + pointwise
# %% right: two terms
def separable_parameters(in_channels, out_channels, kernel_size):
    depthwise = in_channels * kernel_size**2
    pointwise = in_channels * out_channels
    return depthwise + pointwise
# %% right: factored
def separable_parameters(in_channels, out_channels, kernel_size):
    return in_channels * (kernel_size * kernel_size + out_channels)
# %% right: sizes of arrays
def separable_parameters(in_channels, out_channels, kernel_size):
    depthwise = np.empty((in_channels, 1, kernel_size, kernel_size))
    pointwise = np.empty((out_channels, in_channels, 1, 1))
    return depthwise.size + pointwise.size
