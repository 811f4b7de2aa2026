# %% wrong: the MACs of a convolution are counted on the pixels of the input, not of the answer; shows when the size changes
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        n = c * h * w
        return outputs, 1, 1, n * outputs + outputs, n * outputs
    new_h = (h + 2 * padding - kernel_size) // stride + 1
    new_w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, new_h, new_w, 0, 0
    weights = outputs * (c // groups) * kernel_size ** 2
    return outputs, new_h, new_w, weights + outputs, weights * h * w
# %% wrong: the biases, too, are divided by the groups; shows with groups above 1
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    C, H, W = shape
    if kind == "dense":
        inputs = C * H * W
        return (outputs, 1, 1, (inputs + 1) * outputs, inputs * outputs)
    H2 = (H - kernel_size + 2 * padding) // stride + 1
    W2 = (W - kernel_size + 2 * padding) // stride + 1
    if kind == "conv":
        params = outputs * (C * kernel_size * kernel_size + 1) // groups
        macs = outputs * C * kernel_size * kernel_size // groups * H2 * W2
        return (outputs, H2, W2, params, macs)
    return (C, H2, W2, 0, 0)
# %% wrong: a dense layer has no biases
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        cost = outputs * channels * height * width
        return outputs, 1, 1, cost, cost
    height, width = [(size + 2 * padding - kernel_size) // stride + 1 for size in (height, width)]
    if kind == "pool":
        return channels, height, width, 0, 0
    kernels = outputs * (channels // groups)
    return (outputs, height, width, kernels * kernel_size**2 + outputs,
            kernels * kernel_size**2 * height * width)
# %% wrong: two mistakes: the padding is added on one side only, and a pool always moves by its kernel size, whatever stride is given
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, outputs * (c * h * w + 1), outputs * c * h * w
    if kind == "pool":
        stride = kernel_size  # pools do not overlap
    ho = (h + padding - kernel_size) // stride + 1
    wo = (w + padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, ho, wo, 0, 0
    per_filter = (c // groups) * kernel_size * kernel_size
    return outputs, ho, wo, outputs * (per_filter + 1), outputs * per_filter * ho * wo
# %% right: a dense layer is a convolution as large as its image; places are counted with range
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    depth, *image = shape
    window = (kernel_size, kernel_size)
    if kind == "dense":
        window, stride, padding, groups = tuple(image), 1, 0, 1
    places = [len(range(0, size + 2 * padding - k + 1, stride)) for size, k in zip(image, window)]
    if kind == "pool":
        return (depth, *places, 0, 0)
    one_filter = depth // groups * window[0] * window[1]
    return (outputs, *places, (one_filter + 1) * outputs, one_filter * outputs * places[0] * places[1])
