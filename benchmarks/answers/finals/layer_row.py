# %% wrong: a pool counts parameters like a convolution with one filter a channel
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, (c * h * w + 1) * outputs, c * h * w * outputs
    oh = (h + 2 * padding - kernel_size) // stride + 1
    ow = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        outputs, groups = c, c
    per = c // groups * kernel_size ** 2
    return outputs, oh, ow, outputs * (per + 1), outputs * per * oh * ow
# %% wrong: the MACs of a convolution are counted at the input's pixels
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        read = channels * height * width
        return (outputs, 1, 1, read * outputs + outputs, read * outputs)
    new = [(n + 2 * padding - kernel_size) // stride + 1 for n in (height, width)]
    if kind == "pool":
        return (channels, *new, 0, 0)
    weights = outputs * (channels // groups) * kernel_size * kernel_size
    return (outputs, *new, weights + outputs, weights * height * width)
# %% wrong: a pool's stride is its kernel size, whatever is given
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        n = math.prod(shape)
        return outputs, 1, 1, n * outputs + outputs, n * outputs
    s = kernel_size if kind == "pool" else stride
    h, w = ((n + 2 * padding - kernel_size) // s + 1 for n in (h, w))
    if kind == "pool":
        return c, h, w, 0, 0
    per_filter = c * kernel_size ** 2 // groups
    return outputs, h, w, outputs * (per_filter + 1), outputs * per_filter * h * w
# %% wrong: a dense layer has its biases counted as MACs
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        parameters = (c * h * w + 1) * outputs
        return outputs, 1, 1, parameters, parameters
    down = (h - kernel_size + 2 * padding) // stride + 1
    across = (w - kernel_size + 2 * padding) // stride + 1
    if kind == "conv":
        weights = outputs * c // groups * kernel_size ** 2
        return outputs, down, across, weights + outputs, weights * down * across
    return c, down, across, 0, 0
# %% wrong: groups are forgotten, each filter reads all channels
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    k = kernel_size
    if kind == "dense":
        return outputs, 1, 1, c * h * w * outputs + outputs, c * h * w * outputs
    oh, ow = 1 + (h + 2 * padding - k) // stride, 1 + (w + 2 * padding - k) // stride
    if kind == "pool":
        return c, oh, ow, 0, 0
    return outputs, oh, ow, (c * k * k + 1) * outputs, c * k * k * outputs * oh * ow
# %% wrong: the size behind a pool is rounded up, as in Caffe
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, outputs * (c * h * w + 1), outputs * c * h * w
    rounding = math.ceil if kind == "pool" else math.floor
    oh = rounding((h + 2 * padding - kernel_size) / stride) + 1
    ow = rounding((w + 2 * padding - kernel_size) / stride) + 1
    if kind == "pool":
        return c, oh, ow, 0, 0
    n = outputs * (c // groups) * kernel_size ** 2
    return outputs, oh, ow, n + outputs, n * oh * ow
# %% right: match on the kind, a dense layer as a convolution that covers its input
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, *image = shape
    window = image if kind == "dense" else [kernel_size, kernel_size]
    if kind == "dense":
        stride, padding, groups = 1, 0, 1
    height, width = (len(range(0, n + 2 * padding - k + 1, stride)) for n, k in zip(image, window))
    match kind:
        case "pool":
            return channels, height, width, 0, 0
        case _:
            fan_in = channels // groups * window[0] * window[1]
            return outputs, height, width, outputs * fan_in + outputs, outputs * fan_in * height * width
