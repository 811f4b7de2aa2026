# %% wrong: batch norm is counted as its own two numbers for each output channel, not as one folded bias
def budget(layers, height, width):
    params = macs = 0
    for in_ch, out_ch, k, s, p, g in layers:
        height = (height + 2 * p - k) // s + 1
        width = (width + 2 * p - k) // s + 1
        weight = out_ch * (in_ch // g) * k * k
        params += weight + 2 * out_ch
        macs += weight * height * width
    return params, macs

# %% wrong: input and output channels are both divided by groups, which counts the weights of one group only
def budget(layers, height, width):
    rows = []
    for reads, gives, kernel, stride, padding, groups in layers:
        height, width = ((n + 2 * padding - kernel) // stride + 1 for n in (height, width))
        weights = (reads // groups) * (gives // groups) * kernel ** 2
        rows.append((weights + gives, weights * height * width))
    return tuple(int(total) for total in np.sum(rows, axis=0))

# %% wrong: two mistakes: every layer is counted as if it read the first image, its size is not handed on, and the biases are missing
def budget(layers, height, width):
    parameters, macs = 0, 0
    for c_in, c_out, kernel, stride, padding, groups in layers:
        h = (height - kernel + 2 * padding) // stride + 1
        w = (width - kernel + 2 * padding) // stride + 1
        parameters += c_out * (c_in // groups) * kernel ** 2
        macs += c_out * (c_in // groups) * kernel ** 2 * h * w
    return parameters, macs

# %% right: recursion over the list
def budget(layers, height, width):
    if len(layers) == 0:
        return 0, 0
    reads, gives, kernel, stride, padding, groups = layers[0]
    rows = len(range(0, height + 2 * padding - kernel + 1, stride))
    columns = len(range(0, width + 2 * padding - kernel + 1, stride))
    parameters, macs = budget(layers[1:], rows, columns)
    one_filter = reads // groups * kernel * kernel
    return parameters + gives * (one_filter + 1), macs + gives * one_filter * rows * columns
