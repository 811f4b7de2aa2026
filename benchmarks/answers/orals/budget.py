# %% wrong: batch norm is not folded: each output channel counts two numbers (scale and shift) in place of one bias
def budget(layers, height, width):
    parameters = macs = 0
    for n_in, n_out, kernel, stride, padding, groups in layers:
        height = (height + 2 * padding - kernel) // stride + 1
        width = (width + 2 * padding - kernel) // stride + 1
        weights = n_out * (n_in // groups) * kernel**2
        parameters += weights + 2 * n_out
        macs += weights * height * width
    return parameters, macs
# %% wrong: the answers are taken as square: the width is set to the new height, wrong where height and width differ
def budget(layers, height, width):
    params, macs = 0, 0
    for cin, cout, k, s, p, g in layers:
        height = width = (height + 2 * p - k) // s + 1
        w = cout * cin // g * k * k
        params += w + cout
        macs += w * height * width
    return params, macs
# %% wrong: the biases count as MACs, one for each number of an answer
def budget(layers, height, width):
    total_parameters, total_macs = 0, 0
    for in_channels, out_channels, kernel_size, stride, padding, groups in layers:
        height, width = [(n + 2 * padding - kernel_size) // stride + 1 for n in (height, width)]
        parameters = out_channels * (in_channels // groups * kernel_size**2 + 1)
        total_parameters += parameters
        total_macs += parameters * height * width
    return total_parameters, total_macs
# %% wrong: divides by groups twice, the channels in and the channels out, so the weights and MACs of grouped layers are too few
def budget(layers, height, width):
    parameters, macs = [], []
    for i, o, k, s, p, g in layers:
        height = (height + 2 * p - k) // s + 1
        width = (width + 2 * p - k) // s + 1
        weights = (i // g) * (o // g) * k**2
        parameters.append(weights + o)
        macs.append(weights * height * width)
    return sum(parameters), sum(macs)
# %% right: recursion, the first layer and then the budget of all others
def budget(layers, height, width):
    if len(layers) == 0:
        return 0, 0
    (read, filters, k, stride, padding, groups), *others = layers
    rows, columns = (len(range(k, n + 2 * padding + 1, stride)) for n in (height, width))
    weights = filters * (read // groups) * k * k
    parameters, macs = budget(others, rows, columns)
    return parameters + weights + filters, macs + weights * rows * columns
