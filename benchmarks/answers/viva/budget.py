# %% wrong: copy slip: the new width is computed from the height, so images that are not square come out wrong in their MACs
def budget(layers, height, width):
    parameters = macs = 0
    for cin, cout, k, s, p, g in layers:
        height = (height + 2 * p - k) // s + 1
        width = height
        weights = cout * (cin // g) * k * k
        parameters += weights + cout
        macs += weights * height * width
    return parameters, macs
# %% wrong: two numbers of batch norm (scale and shift) are counted for each output channel instead of the one folded bias
def budget(layers, height, width):
    total_p, total_m = 0, 0
    for (n_in, n_out, kernel, stride, padding, groups) in layers:
        height = (height + 2 * padding - kernel) // stride + 1
        width = (width + 2 * padding - kernel) // stride + 1
        w = n_in // groups * n_out * kernel**2
        total_p += w + 2 * n_out
        total_m += w * height * width
    return total_p, total_m
# %% wrong: the MACs are assigned with = instead of added, so only the last layer's are returned
def budget(layers, height, width):
    parameters, macs = 0, 0
    for layer in layers:
        in_channels, out_channels, kernel, stride, padding, groups = layer
        height, width = [(n + 2 * padding - kernel) // stride + 1 for n in (height, width)]
        per_filter = (in_channels // groups) * kernel * kernel
        parameters += out_channels * (per_filter + 1)
        macs = out_channels * per_filter * height * width
    return parameters, macs
# %% wrong: two mistakes: groups are ignored, each filter reads all channels, and the bias is counted as a MAC at every pixel of the output
def budget(layers, height, width):
    params = macs = 0
    for i, o, k, s, p, g in layers:
        height = (height - k + 2 * p) // s + 1
        width = (width - k + 2 * p) // s + 1
        layer_params = o * i * k * k + o
        params += layer_params
        macs += layer_params * height * width
    return params, macs
# %% right: recursion: the first layer's cost and that of the rest, which reads its output
def budget(layers, height, width):
    if not len(layers):
        return 0, 0
    (read, filters, kernel, stride, padding, groups), *rest = layers
    rows, columns = (len(range(kernel, n + 2 * padding + 1, stride)) for n in (height, width))
    weights = filters * (read // groups) * kernel**2
    parameters, macs = budget(rest, rows, columns)
    return parameters + weights + filters, macs + weights * rows * columns
