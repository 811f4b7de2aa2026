# %% wrong: groups are ignored: each filter is counted over all channels, in parameters and MACs
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, outputs * c * h * w + outputs, outputs * c * h * w
    oh = (h + 2 * padding - kernel_size) // stride + 1
    ow = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, oh, ow, 0, 0
    weights = outputs * c * kernel_size * kernel_size
    return outputs, oh, ow, weights + outputs, weights * oh * ow
# %% wrong: the MACs of a convolution are counted at the pixels of the input, not of the answer
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    out_size = lambda n: (n + 2 * padding - kernel_size) // stride + 1
    if kind == "conv":
        weights = outputs * (channels // groups) * kernel_size**2
        macs = weights * height * width
        return (outputs, out_size(height), out_size(width), weights + outputs, macs)
    elif kind == "pool":
        return (channels, out_size(height), out_size(width), 0, 0)
    else:
        weights = channels * height * width * outputs
        return (outputs, 1, 1, weights + outputs, weights)
# %% wrong: a pool whose stride is 1 (given or by default) moves by its kernel size instead
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        n = c * h * w
        return outputs, 1, 1, (n + 1) * outputs, n * outputs
    if kind == "pool" and stride == 1:
        stride = kernel_size  # as in PyTorch
    h2 = math.floor((h + 2 * padding - kernel_size) / stride) + 1
    w2 = math.floor((w + 2 * padding - kernel_size) / stride) + 1
    if kind == "pool":
        return c, h2, w2, 0, 0
    per_filter = c // groups * kernel_size**2
    return outputs, h2, w2, (per_filter + 1) * outputs, per_filter * outputs * h2 * w2
# %% wrong: two mistakes: the parameters of a convolution lack the biases, and the MACs of a dense layer count the biases
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        params = outputs * (c * h * w + 1)
        return outputs, 1, 1, params, params
    new_h = (h - kernel_size + 2 * padding) // stride + 1
    new_w = (w - kernel_size + 2 * padding) // stride + 1
    if kind == "conv":
        params = kernel_size * kernel_size * (c // groups) * outputs
        macs = params * new_h * new_w
        return outputs, new_h, new_w, params, macs
    return c, new_h, new_w, 0, 0
# %% right: a dense layer is treated as a convolution that covers the image
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, *size = shape
    kernel = (kernel_size, kernel_size)
    if kind == "dense":
        kernel, stride, padding, groups = tuple(size), 1, 0, 1
    h, w = (1 + (n + 2 * padding - k) // stride for n, k in zip(size, kernel))
    if outputs is None:
        return c, h, w, 0, 0
    reads = math.prod(kernel) * (c // groups)
    return outputs, h, w, outputs * (reads + 1), outputs * reads * h * w
