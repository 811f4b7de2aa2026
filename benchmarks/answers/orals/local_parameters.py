# %% wrong: counts one bias per output channel, as in a convolution, instead of one for every output value
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out = in_size - kernel_size + 1
    weights = out * out * out_channels * in_channels * kernel_size ** 2
    return weights + out_channels
# %% wrong: off by one in the output size: in_size - kernel_size instead of in_size - kernel_size + 1
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    out_size = in_size - kernel_size
    per_output = in_channels * kernel_size ** 2 + 1
    return out_channels * out_size ** 2 * per_output
# %% wrong: lets the windows stand side by side without overlap, in_size // kernel_size per axis, instead of moving them one pixel at a time
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    windows = (in_size // kernel_size) ** 2
    outputs = windows * out_channels
    return outputs * (kernel_size * kernel_size * in_channels + 1)
# %% wrong: in_channels is ignored: each output's window has kernel_size**2 weights, as if it read one channel only
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    side = in_size - kernel_size + 1
    n_outputs = side * side * out_channels
    return n_outputs * kernel_size ** 2 + n_outputs
# %% right: counts real windows
def local_parameters(in_size, kernel_size, in_channels, out_channels):
    views = np.lib.stride_tricks.sliding_window_view(
        np.zeros((in_channels, in_size, in_size), bool), (in_channels, kernel_size, kernel_size))
    shared_filter = views[0, 0, 0].size + 1
    return out_channels * math.prod(views.shape[:3]) * shared_filter
