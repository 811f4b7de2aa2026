# %% wrong: the groups count for the parameters only; the MACs of a convolution are computed as if each filter read all channels (wrong when groups > 1)
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        n = c * h * w
        return outputs, 1, 1, n * outputs + outputs, n * outputs
    h_out = (h + 2 * padding - kernel_size) // stride + 1
    w_out = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h_out, w_out, 0, 0
    parameters = outputs * (c // groups) * kernel_size**2 + outputs
    macs = outputs * c * kernel_size**2 * h_out * w_out
    return outputs, h_out, w_out, parameters, macs
# %% wrong: a convolution's MACs are its weights times the pixels of the input instead of the pixels of the answer
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    channels, height, width = shape
    if kind == "dense":
        weights = channels * height * width * outputs
        return (outputs, 1, 1, weights + outputs, weights)
    new_height = (height - kernel_size + 2 * padding) // stride + 1
    new_width = (width - kernel_size + 2 * padding) // stride + 1
    if kind == "pool":
        return (channels, new_height, new_width, 0, 0)
    weights = outputs * (channels // groups) * kernel_size * kernel_size
    return (outputs, new_height, new_width, weights + outputs, weights * height * width)
# %% wrong: a pool whose stride is 1 (or not given) gets its kernel size as the stride
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, *size = shape
    if kind == "dense":
        fan_in = int(np.prod(shape))
        return outputs, 1, 1, (fan_in + 1) * outputs, fan_in * outputs
    if kind == "pool" and stride == 1:
        stride = kernel_size
    h, w = [(s + 2 * padding - kernel_size) // stride + 1 for s in size]
    if kind == "pool":
        return c, h, w, 0, 0
    per_filter = c // groups * kernel_size**2
    return outputs, h, w, (per_filter + 1) * outputs, per_filter * outputs * h * w
# %% wrong: two mistakes: a dense layer reads only the channels, not height and width too, and the bias of a convolution is counted as one MAC at each pixel of the answer
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, c * outputs + outputs, c * outputs
    ho = (h + 2 * padding - kernel_size) // stride + 1
    wo = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, ho, wo, 0, 0
    params = (c // groups * kernel_size**2 + 1) * outputs
    return outputs, ho, wo, params, params * ho * wo
# %% right: positions are counted with range, a dense layer is a convolution as large as its image
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = map(int, shape)
    kernel = (kernel_size, kernel_size)
    if kind == "dense":
        kernel, stride, padding, groups = (h, w), 1, 0, 1
    h, w = (len(range(0, n + 2 * padding - k + 1, stride)) for n, k in zip((h, w), kernel))
    if kind == "pool":
        return c, h, w, 0, 0
    weights = outputs * (c // groups) * kernel[0] * kernel[1]
    return outputs, h, w, weights + outputs, weights * h * w
