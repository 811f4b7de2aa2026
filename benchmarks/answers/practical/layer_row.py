# %% wrong: the MACs of a convolution count the pixels of what it reads instead of those of its answer (right where the size stays)
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, c * h * w * outputs + outputs, c * h * w * outputs
    oh = (h + 2 * padding - kernel_size) // stride + 1
    ow = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, oh, ow, 0, 0
    weights = outputs * (c // groups) * kernel_size ** 2
    return outputs, oh, ow, weights + outputs, weights * h * w
# %% wrong: groups are ignored: every filter is counted as if it read all channels
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    down, across = [1 + (side + 2 * padding - kernel_size) // stride for side in (height, width)]
    if kind == "pool":
        return channels, down, across, 0, 0
    if kind == "conv":
        per_filter = channels * kernel_size * kernel_size
        return outputs, down, across, outputs * (per_filter + 1), outputs * per_filter * down * across
    per_unit = channels * height * width
    return outputs, 1, 1, outputs * (per_unit + 1), outputs * per_unit
# %% wrong: a pool falls through to the convolution's formula, where outputs is None: TypeError (NoneType in a product)
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        n = math.prod(shape)
        return (outputs, 1, 1, outputs * n + outputs, outputs * n)
    oh, ow = (h - kernel_size + 2 * padding) // stride + 1, (w - kernel_size + 2 * padding) // stride + 1
    weights = (c // groups) * kernel_size * kernel_size * outputs
    params, macs = weights + outputs, weights * oh * ow
    if kind == "pool":
        params = macs = 0
    return (outputs or c, oh, ow, params, macs)
# %% wrong: two mistakes: the dense layer reads the channels only, not channels · height · width, and a pool steps by its kernel size whatever stride is given
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    def size(n, step):
        return int((n + 2 * padding - kernel_size) / step) + 1
    c, h, w = shape
    if kind == "conv":
        h2, w2 = size(h, stride), size(w, stride)
        weights = outputs * c // groups * kernel_size ** 2
        return outputs, h2, w2, weights + outputs, weights * h2 * w2
    if kind == "pool":
        return c, size(h, kernel_size), size(w, kernel_size), 0, 0
    return outputs, 1, 1, outputs * c + outputs, outputs * c
# %% right: a dense layer as a convolution as large as what it reads, in a table of kinds
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        weights = outputs * channels * height * width
        return outputs, 1, 1, weights + outputs, weights
    positions = [len(range(0, side + 2 * padding - kernel_size + 1, stride)) for side in (height, width)]
    if kind == "pool":
        return (channels, *positions, 0, 0)
    weights = outputs * (channels // groups) * kernel_size * kernel_size
    return (outputs, *positions, weights + outputs, weights * positions[0] * positions[1])
