# %% wrong: groups are forgotten: each filter is counted as if it read all channels
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        inputs = channels * height * width
        return outputs, 1, 1, (inputs + 1) * outputs, inputs * outputs
    down = (height + 2 * padding - kernel_size) // stride + 1
    across = (width + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return channels, down, across, 0, 0
    weights = outputs * channels * kernel_size**2
    return outputs, down, across, weights + outputs, weights * down * across
# %% wrong: two mistakes: the MACs are counted at each pixel of the input instead of the answer, and a convolution is counted without its biases
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        weights = c * h * w * outputs
        return (outputs, 1, 1, weights + outputs, weights)
    new_h, new_w = [(side - kernel_size + 2 * padding) // stride + 1 for side in (h, w)]
    if kind == "pool":
        return (c, new_h, new_w, 0, 0)
    weights = outputs * (c // groups) * kernel_size * kernel_size
    return (outputs, new_h, new_w, weights, weights * h * w)
# %% wrong: biases are counted as MACs, in convolutions and in dense layers: MACs = parameters times positions
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        parameters = outputs * (math.prod(shape) + 1)
        height = width = 1
    else:
        height = (height + 2 * padding - kernel_size) // stride + 1
        width = (width + 2 * padding - kernel_size) // stride + 1
        if kind == "pool":
            return channels, height, width, 0, 0
        parameters = outputs * (channels // groups * kernel_size**2 + 1)
    return outputs, height, width, parameters, parameters * height * width
# %% wrong: a pool always gets its kernel size as stride; the stride that is given is ignored
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        inputs = channels * height * width
        return outputs, 1, 1, inputs * outputs + outputs, inputs * outputs
    if kind == "pool":
        stride = kernel_size
    height = (height + 2 * padding - kernel_size) // stride + 1
    width = (width + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return channels, height, width, 0, 0
    kernels = outputs * (channels // groups)
    return (outputs, height, width, kernels * kernel_size**2 + outputs,
            kernels * kernel_size**2 * height * width)
# %% right: a dense layer as a window that covers all
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, *sides = shape
    if kind == "dense":
        window, answer = sides, [1, 1]
    else:
        window = [kernel_size, kernel_size]
        answer = [len(range(k, side + 2 * padding + 1, stride)) for k, side in zip(window, sides)]
    if kind == "pool":
        return (channels, *answer, 0, 0)
    per_filter = channels // groups * math.prod(window)
    return (outputs, *answer, outputs * (per_filter + 1), outputs * per_filter * math.prod(answer))
