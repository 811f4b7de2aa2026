# %% wrong: height and width are not carried on: each layer is counted as if it read the first image's size
def budget(layers, height, width):
    parameters = macs = 0
    for c_in, c_out, k, stride, padding, groups in layers:
        h = (height + 2 * padding - k) // stride + 1
        w = (width + 2 * padding - k) // stride + 1
        weights = c_out * (c_in // groups) * k * k
        parameters += weights + c_out
        macs += weights * h * w
    return parameters, macs
# %% wrong: the padding is added on one side only (padding in place of 2 · padding), so sizes and MACs are too small when it is not 0
def budget(layers, height, width):
    params, macs = 0, 0
    for (in_channels, out_channels, kernel, stride, padding, groups) in layers:
        height = (height + padding - kernel) // stride + 1
        width = (width + padding - kernel) // stride + 1
        filter_size = in_channels // groups * kernel**2
        params += out_channels * (filter_size + 1)
        macs += out_channels * filter_size * height * width
    return params, macs
# %% wrong: batch norm is not counted as folded: two numbers (scale and shift) for each output channel instead of one bias
def budget(layers, height, width):
    def size(n, k, s, p):
        return (n + 2 * p - k) // s + 1

    total_p, total_m = 0, 0
    for i, o, k, s, p, g in layers:
        height, width = size(height, k, s, p), size(width, k, s, p)
        weights = o * i * k * k // g
        total_p += weights + 2 * o
        total_m += weights * height * width
    return total_p, total_m
# %% wrong: two mistakes: groups are ignored (each filter reads all channels), and the biases are left out of the parameters
def budget(layers, height, width):
    p = m = 0
    for cin, cout, k, s, pad, groups in layers:
        height = (height + 2 * pad - k) // s + 1
        width = (width + 2 * pad - k) // s + 1
        p += cin * cout * k**2
        m += cin * cout * k**2 * height * width
    return p, m
# %% right: recursion over the layers
def budget(layers, height, width):
    if len(layers) == 0:
        return 0, 0
    (c, o, k, s, p, g), *rest = layers
    h, w = ((n + 2 * p - k + s) // s for n in (height, width))
    later = budget(rest, h, w)
    weights = o * (c // g) * k * k
    return weights + o + later[0], weights * h * w + later[1]
