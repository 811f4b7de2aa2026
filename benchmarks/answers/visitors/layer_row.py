# %% wrong: a pool without a stride takes its kernel size as the stride
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, c * h * w * outputs + outputs, c * h * w * outputs
    if kind == "pool" and stride == 1:
        stride = kernel_size
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    weights = outputs * (c // groups) * kernel_size ** 2
    return outputs, h, w, weights + outputs, weights * h * w

# %% wrong: every bias is counted as a multiply-add at each pixel
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, *image = shape
    if kind == "dense":
        parameters = outputs * (np.prod(shape) + 1)
        return outputs, 1, 1, int(parameters), int(parameters)
    height, width = [(n + 2 * padding - kernel_size) // stride + 1 for n in image]
    if kind == "pool":
        return channels, height, width, 0, 0
    parameters = outputs * (channels // groups * kernel_size * kernel_size + 1)
    return outputs, height, width, parameters, parameters * height * width

# %% wrong: a pool answers with `outputs` channels, which is None, not with those that it reads
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    parameters = macs = 0
    if kind == "dense":
        macs = channels * height * width * outputs
        parameters = macs + outputs
        height = width = 1
    else:
        height = (height - kernel_size + 2 * padding) // stride + 1
        width = (width - kernel_size + 2 * padding) // stride + 1
        if kind == "conv":
            weights = kernel_size * kernel_size * channels // groups * outputs
            parameters = weights + outputs
            macs = weights * height * width
    return outputs, height, width, parameters, macs

# %% right: windows counted by ranges; a dense layer as the convolution that covers its image
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = (int(n) for n in shape)
    if kind == "dense":
        weights = outputs * channels * height * width
        return outputs, 1, 1, weights + outputs, weights
    places = [len(range(-padding, n + padding - kernel_size + 1, stride)) for n in (height, width)]
    if kind == "pool":
        return (channels, *places, 0, 0)
    one_filter = (channels // groups) * kernel_size * kernel_size
    return (outputs, *places, outputs * (one_filter + 1), outputs * one_filter * math.prod(places))
