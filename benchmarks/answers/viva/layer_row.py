# %% wrong: copy slip: the width of a convolution's or pool's answer is computed from the height, so images that are not square come out wrong
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, outputs * (c * h * w + 1), outputs * c * h * w
    h_out = (h + 2 * padding - kernel_size) // stride + 1
    w_out = (h + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h_out, w_out, 0, 0
    weights = outputs * (c // groups) * kernel_size**2
    return outputs, h_out, w_out, weights + outputs, weights * h_out * w_out
# %% wrong: groups divides twice, the channels read and also the filters, so weights and MACs of a grouped convolution are too few by another factor of groups
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    out = lambda n: (n + 2 * padding - kernel_size) // stride + 1
    if kind == "conv":
        weights = (outputs // groups) * (channels // groups) * kernel_size * kernel_size
        rows, cols = out(height), out(width)
        return (outputs, rows, cols, weights + outputs, weights * rows * cols)
    elif kind == "pool":
        return (channels, out(height), out(width), 0, 0)
    reads = channels * height * width
    return (outputs, 1, 1, reads * outputs + outputs, reads * outputs)
# %% wrong: a pool always has its kernel size as stride, whatever stride is given
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    C, H, W = shape
    if kind == "pool":
        stride = kernel_size
    if kind == "dense":
        macs = outputs * C * H * W
        return outputs, 1, 1, macs + outputs, macs
    H2 = (H + 2 * padding - kernel_size) // stride + 1
    W2 = (W + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return C, H2, W2, 0, 0
    per_pixel = outputs * (C // groups) * kernel_size * kernel_size
    return outputs, H2, W2, per_pixel + outputs, per_pixel * H2 * W2
# %% wrong: the MACs of a convolution are counted at every pixel of its input instead of its answer
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        n = channels * height * width
        return outputs, 1, 1, (n + 1) * outputs, n * outputs
    new_height = (height - kernel_size + 2 * padding) // stride + 1
    new_width = (width - kernel_size + 2 * padding) // stride + 1
    if kind == "pool":
        return channels, new_height, new_width, 0, 0
    filter_size = channels // groups * kernel_size**2
    parameters = outputs * (filter_size + 1)
    macs = outputs * filter_size * height * width
    return outputs, new_height, new_width, parameters, macs
# %% right: a dense layer as a convolution that covers its image, positions counted with range
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, *sizes = shape
    kernel = [kernel_size, kernel_size]
    if kind == "dense":
        kernel, stride, padding, groups = sizes, 1, 0, 1
    height, width = (len(range(0, n + 2 * padding - k + 1, stride)) for n, k in zip(sizes, kernel))
    if kind == "pool":
        return channels, height, width, 0, 0
    weights = outputs * (channels // groups) * math.prod(kernel)
    return outputs, height, width, weights + outputs, weights * height * width
