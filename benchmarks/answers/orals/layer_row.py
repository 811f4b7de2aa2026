# %% wrong: the MACs of a convolution are counted at each pixel of the input (height · width of what it reads) in place of each pixel of its answer
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        weights = channels * height * width * outputs
        return outputs, 1, 1, weights + outputs, weights
    new_height = (height + 2 * padding - kernel_size) // stride + 1
    new_width = (width + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return channels, new_height, new_width, 0, 0
    weights = outputs * (channels // groups) * kernel_size**2
    return outputs, new_height, new_width, weights + outputs, weights * height * width
# %% wrong: a pool ignores the stride that is given and moves by its kernel size
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape

    def size(n, step):
        return (n + 2 * padding - kernel_size) // step + 1

    if kind == "conv":
        oh, ow = size(h, stride), size(w, stride)
        per_filter = c // groups * kernel_size * kernel_size
        return outputs, oh, ow, outputs * (per_filter + 1), outputs * per_filter * oh * ow
    if kind == "pool":
        return c, size(h, kernel_size), size(w, kernel_size), 0, 0
    n = c * h * w
    return outputs, 1, 1, outputs * (n + 1), outputs * n
# %% wrong: the biases count as MACs, in convolutions (one at each pixel of the answer) and in dense layers
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        parameters = (c * h * w + 1) * outputs
        return (outputs, 1, 1, parameters, parameters)
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return (c, h, w, 0, 0)
    parameters = (c // groups * kernel_size**2 + 1) * outputs
    return (outputs, h, w, parameters, parameters * h * w)
# %% wrong: a dense layer reads only the channels in place of channels · height · width, so its parameters and MACs are too few whenever the image is larger than 1×1
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, *image = shape
    if kind == "dense":
        return outputs, 1, 1, channels * outputs + outputs, channels * outputs
    rows, columns = [(n + 2 * padding - kernel_size) // stride + 1 for n in image]
    if kind == "pool":
        return channels, rows, columns, 0, 0
    weights = outputs * channels // groups * kernel_size**2
    return outputs, rows, columns, weights + outputs, weights * rows * columns
# %% right: everything is a window; a dense layer has one as large as the image, a pool no filters
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    window = (kernel_size, kernel_size)
    if kind == "dense":
        window, stride, padding, groups = (height, width), 1, 0, 1
    places = [len(range(0, n + 2 * padding - k + 1, stride)) for n, k in zip((height, width), window)]
    filters = 0 if kind == "pool" else outputs
    weights = filters * (channels // groups) * math.prod(window)
    return (filters or channels, *places, weights + filters, weights * math.prod(places))
