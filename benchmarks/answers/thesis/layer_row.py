# %% wrong: the dense layer reads only the channels, not channels · height · width; shows when it reads an image larger than 1×1
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, c * outputs + outputs, c * outputs
    oh = (h + 2 * padding - kernel_size) // stride + 1
    ow = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, oh, ow, 0, 0
    weights = outputs * (c // groups) * kernel_size ** 2
    return outputs, oh, ow, weights + outputs, weights * oh * ow
# %% wrong: MACs of a convolution are counted at the pixels of the input, not of the answer; shows when the size changes
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    def size(n):
        return (n + 2 * padding - kernel_size) // stride + 1
    if kind == "dense":
        n = outputs * channels * height * width
        return (outputs, 1, 1, n + outputs, n)
    elif kind == "pool":
        return (channels, size(height), size(width), 0, 0)
    else:
        n = outputs * (channels // groups) * kernel_size * kernel_size
        macs = n * height * width   # once for every pixel
        return (outputs, size(height), size(width), n + outputs, macs)
# %% wrong: a pool with stride 1 gets its kernel size as stride, as in PyTorch; shows for pools with stride 1 and a kernel larger than 1
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    C, H, W = shape
    if kind == "dense":
        return outputs, 1, 1, outputs * (C * H * W + 1), outputs * C * H * W
    if kind == "pool" and stride == 1:
        stride = kernel_size            # the windows of a pool do not overlap
    H2, W2 = [(s + 2 * padding - kernel_size) // stride + 1 for s in (H, W)]
    if kind == "pool":
        return C, H2, W2, 0, 0
    per_filter = C // groups * kernel_size**2
    return outputs, H2, W2, outputs * (per_filter + 1), outputs * per_filter * H2 * W2
# %% wrong: two mistakes: a convolution's parameters forget the groups, and its MACs count the bias too
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        inputs = c * h * w
        return outputs, 1, 1, inputs * outputs + outputs, inputs * outputs
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    params = outputs * c * kernel_size**2 + outputs
    macs = (outputs * (c // groups) * kernel_size**2 + outputs) * h * w
    return outputs, h, w, params, macs
# %% right: a dense layer as a convolution over the whole image, window starts counted with range
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    depth, *image = shape
    window = [kernel_size, kernel_size]
    if kind == "dense":
        window, stride, padding, groups = list(image), 1, 0, 1
    high, wide = (len(range(0, n + 2 * padding - k + 1, stride)) for n, k in zip(image, window))
    if kind == "pool":
        return (depth, high, wide, 0, 0)
    one_filter = depth // groups * math.prod(window)
    return (outputs, high, wide, outputs + outputs * one_filter, outputs * one_filter * high * wide)
