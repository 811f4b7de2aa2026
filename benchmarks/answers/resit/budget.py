# %% wrong: height and width are never updated: each layer is counted as if it read the image itself
def budget(layers, height, width):
    parameters = macs = 0
    for c_in, c_out, kernel, stride, padding, groups in layers:
        down = (height + 2 * padding - kernel) // stride + 1
        across = (width + 2 * padding - kernel) // stride + 1
        weights = c_out * (c_in // groups) * kernel**2
        parameters += weights + c_out
        macs += weights * down * across
    return parameters, macs
# %% wrong: two mistakes: two numbers (γ and β) are counted for each output channel instead of the one bias that is left after folding, and groups are ignored
def budget(layers, height, width):
    parameters, macs = 0, 0
    for in_channels, out_channels, kernel, stride, padding, groups in layers:
        height = (height + 2 * padding - kernel) // stride + 1
        width = (width + 2 * padding - kernel) // stride + 1
        weights = out_channels * in_channels * kernel * kernel
        parameters += weights + 2 * out_channels
        macs += weights * height * width
    return parameters, macs
# %% wrong: the MACs of a layer are counted at the positions of its input: they are added up before height and width are updated
def budget(layers, height, width):
    parameters = macs = 0
    for c_in, c_out, k, s, p, g in layers:
        weights = c_in // g * c_out * k * k
        macs += weights * height * width
        parameters += weights + c_out
        height, width = (height + 2 * p - k) // s + 1, (width + 2 * p - k) // s + 1
    return parameters, macs
# %% wrong: input and output channels are both divided by groups, and the result is not multiplied by groups again: the weights of one group only
def budget(layers, height, width):
    total, macs = 0, 0
    size = [height, width]
    for in_channels, out_channels, kernel, stride, padding, groups in layers:
        size = [(side - kernel + 2 * padding) // stride + 1 for side in size]
        weights = (in_channels // groups) * (out_channels // groups) * kernel**2
        total += weights + out_channels
        macs += weights * math.prod(size)
    return total, macs
# %% right: a recursion over the layers
def budget(layers, height, width):
    if not layers:
        return 0, 0
    (reads, gives, kernel, stride, padding, groups), *rest = layers
    answer = [len(range(0, side + 2 * padding - kernel + 1, stride)) for side in (height, width)]
    weights = gives * (reads // groups) * kernel**2
    parameters, macs = budget(rest, *answer)
    return parameters + weights + gives, macs + weights * answer[0] * answer[1]
