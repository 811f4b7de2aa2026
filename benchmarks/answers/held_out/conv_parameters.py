# %% wrong: counts the weight array only, without biases
def conv_parameters(in_channels, out_channels, kernel_size):
    return np.ones((out_channels, in_channels, kernel_size, kernel_size)).size
# %% wrong: kernel with one side only, K weights instead of K times K
def conv_parameters(in_channels, out_channels, kernel_size):
    one_filter = in_channels * kernel_size + 1
    return out_channels * one_filter
# %% wrong: in and out exchanged, (out * K * K + 1) * in
def conv_parameters(in_channels, out_channels, kernel_size):
    one_filter = out_channels * kernel_size**2 + 1
    return in_channels * one_filter
# %% wrong: input channels are added to the kernel's size instead of multiplied
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (in_channels + kernel_size**2 + 1)
# %% wrong: parentheses missing, the 1 is added once and not for each output channel
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * in_channels * kernel_size * kernel_size + 1
# %% wrong: the input channels share one kernel, their number is not used
def conv_parameters(in_channels, out_channels, kernel_size):
    kernels = [kernel_size * kernel_size for _ in range(out_channels)]
    return sum(kernels) + out_channels
# %% wrong: the cube of the kernel size
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size**3 + out_channels
# %% wrong: assumes a 3x3 kernel, kernel_size is ignored
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels * (in_channels * 9 + 1)
# %% wrong: one bias for each weight of a kernel (K * K biases an output channel)
def conv_parameters(in_channels, out_channels, kernel_size):
    area = kernel_size * kernel_size
    return in_channels * out_channels * area + out_channels * area
# %% wrong: parameters in another order, kernel_size first
def conv_parameters(kernel_size, in_channels, out_channels):
    return out_channels * (in_channels * kernel_size**2 + 1)
# %% wrong: NameError, out_features is not a name of this function
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = in_channels * out_channels * kernel_size**2
    return weights + out_features
# %% right: arrays and their sizes
def conv_parameters(in_channels, out_channels, kernel_size):
    w = np.empty((out_channels, in_channels, kernel_size, kernel_size))
    b = np.empty(out_channels)
    return w.size + b.size
# %% right: expanded product
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels + kernel_size * kernel_size * out_channels * in_channels
# %% right: one filter at a time
def one_filter(depth, k):
    return depth * k**2 + 1

def conv_parameters(in_channels, out_channels, kernel_size):
    return sum(one_filter(in_channels, kernel_size) for _ in range(out_channels))
