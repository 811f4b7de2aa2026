# %% wrong: computes with `outputs` for every kind, so for a pooling, where it is None, it raises TypeError; conv and dense are right
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, outputs * c * h * w + outputs, outputs * c * h * w
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    weights = outputs * (c // groups) * kernel_size**2
    if kind == "pool":
        return c, h, w, 0, 0
    return outputs, h, w, weights + outputs, weights * h * w
# %% wrong: the MACs of a convolution are counted at the pixels of its input, not of its answer; right where the size stays the same
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        weights = outputs * channels * height * width
        return outputs, 1, 1, weights + outputs, weights
    down = (height + 2 * padding - kernel_size) // stride + 1
    across = (width + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return channels, down, across, 0, 0
    weights = outputs * (channels // groups) * kernel_size * kernel_size
    return outputs, down, across, weights + outputs, weights * height * width
# %% wrong: a pooling whose stride is 1 (or not given) gets its kernel size as stride, as libraries do; right for poolings with a stride above 1, conv and dense
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    if kind == "pool" and stride == 1:
        stride = kernel_size
    size = [(n + 2 * padding - kernel_size) // stride + 1 for n in shape[1:]]
    if kind == "pool":
        return (shape[0], *size, 0, 0)
    if kind == "dense":
        products = outputs * math.prod(shape)
        return (outputs, 1, 1, products + outputs, products)
    per_place = outputs * shape[0] // groups * kernel_size**2
    return (outputs, *size, per_place + outputs, per_place * size[0] * size[1])
# %% wrong: two mistakes: groups divide the MACs only, not the parameters, and the biases are left out
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        n = c * h * w * outputs
        return outputs, 1, 1, n, n
    new_h = (h - kernel_size + 2 * padding) // stride + 1
    new_w = (w - kernel_size + 2 * padding) // stride + 1
    if kind == "pool":
        return c, new_h, new_w, 0, 0
    parameters = outputs * c * kernel_size**2
    return outputs, new_h, new_w, parameters, parameters // groups * new_h * new_w
# %% right: a dense layer as a convolution that covers its image
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    window = (h, w) if kind == "dense" else (kernel_size, kernel_size)
    if kind == "dense":
        stride, padding, groups = 1, 0, 1
    h, w = ((n + 2 * padding - k) // stride + 1 for n, k in zip((h, w), window))
    if kind == "pool":
        return c, h, w, 0, 0
    filter_size = c // groups * window[0] * window[1]
    return outputs, h, w, outputs * (filter_size + 1), outputs * filter_size * h * w
