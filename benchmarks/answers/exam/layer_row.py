# %% wrong: a pool's stride is its kernel size, as in PyTorch, when 1 is given
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, outputs * (c * h * w + 1), outputs * c * h * w
    if kind == "pool" and stride == 1:
        stride = kernel_size
    h, w = ((n + 2 * padding - kernel_size) // stride + 1 for n in (h, w))
    if kind == "pool":
        return c, h, w, 0, 0
    weights = outputs * (c // groups) * kernel_size ** 2
    return outputs, h, w, weights + outputs, weights * h * w
# %% wrong: biases are counted in the MACs (parameters times positions)
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        parameters = outputs * (c * h * w + 1)
        return outputs, 1, 1, parameters, parameters
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    parameters = outputs * (c // groups * kernel_size ** 2 + 1)
    return outputs, h, w, parameters, parameters * h * w
# %% wrong: groups divide the filters as well as the channels that they read
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, outputs * c * h * w + outputs, outputs * c * h * w
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    weights = (outputs // groups) * (c // groups) * kernel_size ** 2
    return outputs, h, w, weights + outputs, weights * h * w
# %% wrong: the MACs of a convolution run over the pixels of its input
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, outputs * c * h * w + outputs, outputs * c * h * w
    down = (h + 2 * padding - kernel_size) // stride + 1
    across = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, down, across, 0, 0
    weights = outputs * (c // groups) * kernel_size ** 2
    return outputs, down, across, weights + outputs, weights * h * w
# %% wrong: a dense layer reads only the channels, not channels · height · width
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        return outputs, 1, 1, outputs * (channels + 1), outputs * channels
    height = (height + 2 * padding - kernel_size) // stride + 1
    width = (width + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return channels, height, width, 0, 0
    weights = outputs * (channels // groups) * kernel_size * kernel_size
    return outputs, height, width, weights + outputs, weights * height * width
# %% wrong: a pool answers with `outputs` channels, which is None
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        inputs = channels * height * width
        return outputs, 1, 1, outputs * (inputs + 1), outputs * inputs
    height = (height + 2 * padding - kernel_size) // stride + 1
    width = (width + 2 * padding - kernel_size) // stride + 1
    parameters = macs = 0
    if kind == "conv":
        weights = outputs * (channels // groups) * kernel_size ** 2
        parameters, macs = weights + outputs, weights * height * width
    return outputs, height, width, parameters, macs
# %% right: a dense layer as a convolution over the whole image
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, *sizes = shape
    kernel = [kernel_size] * 2
    if kind == "dense":
        kernel, stride, padding, groups = sizes, 1, 0, 1
    down, across = [(n + 2 * padding - k) // stride + 1 for n, k in zip(sizes, kernel)]
    if kind == "pool":
        return channels, down, across, 0, 0
    macs_each = channels // groups * kernel[0] * kernel[1]
    return outputs, down, across, outputs * (macs_each + 1), outputs * down * across * macs_each
