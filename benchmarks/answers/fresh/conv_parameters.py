# %% wrong: no biases
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size ** 2
# %% wrong: a single bias
def conv_parameters(in_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size ** 2 + 1
# %% wrong: kernels of size 1 are counted as a dense layer without biases
def conv_parameters(in_channels, out_channels, kernel_size):
    if kernel_size == 1:
        return in_channels * out_channels
    return (in_channels * kernel_size * kernel_size + 1) * out_channels
# %% wrong: ^ (xor) in place of **
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = in_channels * out_channels * (kernel_size ^ 2)
    return weights + out_channels
# %% wrong: a bias for each pair of channels (brackets in the wrong place)
def conv_parameters(in_channels: int, out_channels: int, kernel_size: int) -> int:
    per_filter = in_channels * (kernel_size * kernel_size + 1)
    return per_filter * out_channels
# %% wrong: int32 arithmetic overflows for wide layers
def conv_parameters(in_channels, out_channels, kernel_size):
    sizes = np.array([out_channels, in_channels, kernel_size, kernel_size], dtype=np.int32)
    n = 1
    n = np.int32(n)
    for s in sizes:
        n = n * s
    return int(n) + out_channels
# %% wrong: a cache between calls that does not look at the kernel size
_known = {}
def conv_parameters(in_channels, out_channels, kernel_size):
    key = (in_channels, out_channels)
    if key not in _known:
        _known[key] = out_channels * in_channels * kernel_size * kernel_size + out_channels
    return _known[key]
# %% wrong: floats (math.pow), not exact for large numbers
def conv_parameters(in_channels, out_channels, kernel_size):
    w = in_channels * float(out_channels) * math.pow(kernel_size, 2)
    return int(w + out_channels)
# %% right: named
def conv_parameters(in_channels, out_channels, kernel_size):
    weights = in_channels * kernel_size * kernel_size * out_channels
    biases = out_channels
    return weights + biases
# %% right: factored
def conv_parameters(in_channels, out_channels, kernel_size):
    return out_channels + out_channels * in_channels * pow(kernel_size, 2)
