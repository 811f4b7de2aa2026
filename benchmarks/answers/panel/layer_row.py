# %% wrong: sizes of convolutions and pools are rounded up; shows when a window does not fit exactly
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, c * h * w * outputs + outputs, c * h * w * outputs
    h_out = math.ceil((h + 2 * padding - kernel_size) / stride) + 1
    w_out = math.ceil((w + 2 * padding - kernel_size) / stride) + 1
    if kind == "pool":
        return c, h_out, w_out, 0, 0
    weights = outputs * (c // groups) * kernel_size ** 2
    return outputs, h_out, w_out, weights + outputs, weights * h_out * w_out

# %% wrong: a pool always steps by its kernel size, the stride that is given is ignored; shows when a pool's stride is not its kernel size
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    # dense
    if kind == "dense":
        inputs = channels * height * width
        return (outputs, 1, 1, (inputs + 1) * outputs, inputs * outputs)
    # pooling windows lie side by side
    if kind == "pool":
        stride = kernel_size
    height = (height + 2 * padding - kernel_size) // stride + 1
    width = (width + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return (channels, height, width, 0, 0)
    weights = outputs * channels // groups * kernel_size * kernel_size
    return (outputs, height, width, weights + outputs, weights * height * width)

# %% wrong: groups divide the parameters, but not the MACs; shows for a convolution with groups above 1
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    size = lambda n: (n + 2 * padding - kernel_size) // stride + 1
    if kind == "conv":
        oh, ow = size(h), size(w)
        params = outputs * (c // groups * kernel_size**2 + 1)
        macs = c * outputs * kernel_size**2 * oh * ow
        return outputs, oh, ow, params, macs
    elif kind == "pool":
        return c, size(h), size(w), 0, 0
    else:
        n_in = c * h * w
        return outputs, 1, 1, n_in * outputs + outputs, n_in * outputs

# %% wrong: two mistakes: the MACs of a convolution are counted at the pixels of the input, not of the answer (shows when the size changes), and a dense layer's biases are counted as MACs
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    C, H, W = shape
    if kind == "dense":
        p = C * H * W * outputs + outputs
        return (outputs, 1, 1, p, p)
    Ho = (H - kernel_size + 2 * padding) // stride + 1
    Wo = (W - kernel_size + 2 * padding) // stride + 1
    if kind == "pool":
        return (C, Ho, Wo, 0, 0)
    w = outputs * (C // groups) * kernel_size * kernel_size
    return (outputs, Ho, Wo, w + outputs, w * H * W)

# %% right: a dense layer is taken as a kernel over the whole image; windows are counted with range
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, *image = shape
    if kind == "dense":
        kernel, stride, padding, groups = tuple(image), 1, 0, 1
    else:
        kernel = (kernel_size, kernel_size)
    answer = [len(range(0, side + 2 * padding - k + 1, stride)) for side, k in zip(image, kernel)]
    if kind == "pool":
        return (channels, *answer, 0, 0)
    one_filter = channels // groups * math.prod(kernel)
    return (outputs, *answer, outputs * (one_filter + 1), outputs * one_filter * math.prod(answer))
