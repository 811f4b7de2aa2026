# %% wrong: groups are ignored: each filter reads all channels; shows for groups above 1
def budget(layers, height, width):
    params, macs = 0, 0
    for c_in, c_out, k, s, p, g in layers:
        height = (height + 2 * p - k) // s + 1
        width = (width + 2 * p - k) // s + 1
        w = c_in * c_out * k * k
        params += w + c_out
        macs += w * height * width
    return params, macs

# %% wrong: the MACs are counted at the places of the input, not of the output; shows when a layer changes the size
def budget(layers, height, width):
    parameters = 0
    macs = 0
    for (cin, cout, kernel, stride, padding, groups) in layers:
        weights = cout * (cin // groups) * kernel**2
        parameters += weights + cout
        macs += weights * height * width
        height = (height + 2 * padding - kernel) // stride + 1
        width = (width + 2 * padding - kernel) // stride + 1
    return parameters, macs

# %% wrong: every layer is taken to read the first image, its output's size is not handed on; shows with two layers when a layer that is not the last changes the size
def budget(layers, height, width):
    total_p = total_m = 0
    for cin, cout, k, s, pad, groups in layers:
        h_out = (height + 2 * pad - k) // s + 1
        w_out = (width + 2 * pad - k) // s + 1
        n = k * k * cin // groups * cout
        total_p += n + cout
        total_m += n * h_out * w_out
    return (total_p, total_m)

# %% wrong: the output's width is computed from the height, so right for square images only
def budget(layers, height, width):
    params = macs = 0
    for i, o, k, s, p, g in layers:
        height = (height + 2 * p - k) // s + 1
        width = height
        params += o * (i // g * k * k + 1)
        macs += o * (i // g) * k * k * height * width
    return params, macs

# %% right: recursion over the list
def budget(layers, height, width):
    if not len(layers):
        return 0, 0
    (read, give, kernel, stride, padding, groups), *rest = layers
    down = len(range(kernel, height + 2 * padding + 1, stride))
    right = len(range(kernel, width + 2 * padding + 1, stride))
    weights = give * (read // groups) * kernel * kernel
    later = budget(rest, down, right)
    return weights + give + later[0], weights * down * right + later[1]
