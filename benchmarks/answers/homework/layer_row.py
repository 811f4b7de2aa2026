# %% wrong: "pool" layers get outputs channels (None) instead of keeping the channels they read
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, c * h * w * outputs + outputs, c * h * w * outputs
    ho = (h + 2 * padding - kernel_size) // stride + 1
    wo = (w + 2 * padding - kernel_size) // stride + 1
    per_value = c // groups * kernel_size ** 2
    if kind == "pool":
        return outputs, ho, wo, 0, 0
    return outputs, ho, wo, outputs * (per_value + 1), outputs * per_value * ho * wo
# %% wrong: groups reduce the parameters but are forgotten in the MACs (groups > 1)
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        n = c * h * w
        return (outputs, 1, 1, n * outputs + outputs, n * outputs)
    height = (h + 2 * padding - kernel_size) // stride + 1
    width = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return (c, height, width, 0, 0)
    params = outputs * (c // groups) * kernel_size ** 2 + outputs
    macs = outputs * c * kernel_size ** 2 * height * width
    return (outputs, height, width, params, macs)
# %% wrong: divides everything, biases too, by groups: (weights + biases) // groups
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, (c * h * w + 1) * outputs, c * h * w * outputs
    size = lambda n: (n + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, size(h), size(w), 0, 0
    params = (c * kernel_size ** 2 + 1) * outputs // groups
    macs = c * kernel_size ** 2 * outputs * size(h) * size(w) // groups
    return outputs, size(h), size(w), params, macs
# %% wrong: dense layer reads the channels only, not channels * height * width (as if after global pooling)
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, c * outputs + outputs, c * outputs
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    k = outputs * (c // groups) * kernel_size * kernel_size
    return outputs, h, w, k + outputs, k * h * w
# %% wrong: MACs by parameters * positions, so the biases count as MACs (conv and dense)
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        c, h, w, kernel_size, stride, padding, groups = c * h * w, 1, 1, 1, 1, 0, 1
    h_out = (h + 2 * padding - kernel_size) // stride + 1
    w_out = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h_out, w_out, 0, 0
    parameters = outputs * (c // groups * kernel_size ** 2 + 1)
    return outputs, h_out, w_out, parameters, parameters * h_out * w_out
# %% wrong: pools are rounded up (Caffe's ceil_mode), which shows where the stride does not divide
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    import math
    c, h, w = shape
    if kind == "pool":
        ho = math.ceil((h + 2 * padding - kernel_size) / stride) + 1
        wo = math.ceil((w + 2 * padding - kernel_size) / stride) + 1
        return c, ho, wo, 0, 0
    if kind == "dense":
        m = c * h * w * outputs
        return outputs, 1, 1, m + outputs, m
    ho = (h + 2 * padding - kernel_size) // stride + 1
    wo = (w + 2 * padding - kernel_size) // stride + 1
    m = outputs * c // groups * kernel_size ** 2
    return outputs, ho, wo, m + outputs, m * ho * wo
# %% wrong: pooling counts one operation per tap as MACs
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, c * h * w * outputs + outputs, c * h * w * outputs
    ho = (h + 2 * padding - kernel_size) // stride + 1
    wo = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, ho, wo, 0, c * ho * wo * kernel_size ** 2
    weights = outputs * (c // groups) * kernel_size ** 2
    return outputs, ho, wo, weights + outputs, weights * ho * wo
# %% wrong: unpacks shape as (height, width, channels)
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    h, w, c = shape
    if kind == "dense":
        return outputs, 1, 1, c * h * w * outputs + outputs, c * h * w * outputs
    ho = (h + 2 * padding - kernel_size) // stride + 1
    wo = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, ho, wo, 0, 0
    weights = outputs * (c // groups) * kernel_size ** 2
    return outputs, ho, wo, weights + outputs, weights * ho * wo
# %% right: three branches with early returns
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        read = c * h * w
        return outputs, 1, 1, outputs * (read + 1), outputs * read
    ho, wo = ((n + 2 * padding - kernel_size) // stride + 1 for n in (h, w))
    if kind == "pool":
        return c, ho, wo, 0, 0
    weights = outputs * (c // groups) * kernel_size ** 2
    return outputs, ho, wo, weights + outputs, weights * ho * wo
# %% right: counts windows with range and sizes with np.prod
def layer_row(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    if kind == "dense":
        shape = (int(np.prod(shape)), 1, 1)
        kernel_size = stride = groups = 1
        padding = 0
    spots = [len(range(0, n + 2 * padding - kernel_size + 1, stride)) for n in shape[1:]]
    if kind == "pool":
        return (shape[0], *spots, 0, 0)
    fan = shape[0] // groups * kernel_size * kernel_size
    return (outputs, *spots, fan * outputs + outputs, fan * outputs * spots[0] * spots[1])
