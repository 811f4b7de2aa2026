# %% wrong: the biases are multiplied by the positions, too: MACs = parameters · positions
def budget(layers, height, width):
    parameters = macs = 0
    for c_in, c_out, k, stride, padding, groups in layers:
        height = (height + 2 * padding - k) // stride + 1
        width = (width + 2 * padding - k) // stride + 1
        count = c_out * (c_in // groups) * k * k + c_out
        parameters += count
        macs += count * height * width
    return parameters, macs
# %% wrong: the MACs are counted at the size of a layer's input
def budget(layers, height, width):
    parameters = macs = 0
    for c_in, c_out, k, stride, padding, groups in layers:
        weights = c_out * (c_in // groups) * k * k
        parameters += weights + c_out
        macs += weights * height * width
        height = (height + 2 * padding - k) // stride + 1
        width = (width + 2 * padding - k) // stride + 1
    return parameters, macs
# %% wrong: each layer starts from the image's size again, the sizes are not carried on
def budget(layers, height, width):
    parameters = macs = 0
    for c_in, c_out, k, stride, padding, groups in layers:
        h = (height + 2 * padding - k) // stride + 1
        w = (width + 2 * padding - k) // stride + 1
        weights = c_out * c_in // groups * k * k
        parameters += weights + c_out
        macs += weights * h * w
    return parameters, macs
# %% wrong: padding and stride are unpacked in each other's place (ZeroDivisionError where the padding is 0)
def budget(layers, height, width):
    parameters, macs = 0, 0
    for c_in, c_out, k, padding, stride, groups in layers:
        height = (height + 2 * padding - k) // stride + 1
        width = (width + 2 * padding - k) // stride + 1
        weights = c_out * (c_in // groups) * k ** 2
        parameters += weights + c_out
        macs += weights * height * width
    return parameters, macs
# %% wrong: one size for height and width: the image is taken for square
def budget(layers, height, width):
    parameters = macs = size = 0
    size = height
    for c_in, c_out, k, stride, padding, groups in layers:
        size = (size + 2 * padding - k) // stride + 1
        weights = c_in // groups * c_out * k * k
        parameters += weights + c_out
        macs += weights * size ** 2
    return parameters, macs
# %% wrong: batch norm's two numbers a channel are counted instead of one bias
def budget(layers, height, width):
    parameters = macs = 0
    for c_in, c_out, k, stride, padding, groups in layers:
        height = (height + 2 * padding - k) // stride + 1
        width = (width + 2 * padding - k) // stride + 1
        weights = c_out * (c_in // groups) * k * k
        parameters += weights + 2 * c_out
        macs += weights * height * width
    return parameters, macs
# %% right: recursion over the layers
def budget(layers, height, width):
    if len(layers) == 0:
        return 0, 0
    (c_in, c_out, k, stride, padding, groups), *rest = layers
    h, w = ((n + 2 * padding - k + stride) // stride for n in (height, width))
    weights = c_in * c_out * k * k // groups
    parameters, macs = budget(rest, h, w)
    return parameters + weights + c_out, macs + weights * h * w
