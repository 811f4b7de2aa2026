# %% wrong: the channels of a product are taken from x_shape (C_in) instead of weight_shape[1] (C_in / groups): too many operations with groups (depthwise); right without
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    out, _, kh, kw = weight_shape
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    operations = 2 * n * out * oh * ow * c * kh * kw
    numbers = n * c * h * w + out * weight_shape[1] * kh * kw + n * out * oh * ow
    return operations / (4 * numbers)
# %% wrong: a product and its addition are counted as one operation, not two: half of the right answer, always
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, _, H, W = x_shape
    F, C, KH, KW = weight_shape
    y_shape = (N, F, (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1)
    macs = np.prod(y_shape) * C * KH * KW
    moved = 4 * (np.prod(x_shape) + np.prod(weight_shape) + np.prod(y_shape))
    return macs / moved
# %% wrong: the output has (H + padding - K) // stride + 1 rows and columns: the padding is counted on one side only; shows for padding above 0 (with a stride above 1 sometimes not)
def intensity(x_shape, weight_shape, stride=1, padding=0):
    def length(size, k):
        return (size + padding - k) // stride + 1
    outputs = x_shape[0] * weight_shape[0] * length(x_shape[2], weight_shape[2]) * length(x_shape[3], weight_shape[3])
    ops = 2 * outputs * math.prod(weight_shape[1:])
    size_in_bytes = 4 * (math.prod(x_shape) + math.prod(weight_shape) + outputs)
    return ops / size_in_bytes
# %% wrong: two mistakes: the output is not counted among the bytes, and the operations are those of one image only (N is forgotten)
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, c_group, kh, kw = weight_shape
    rows = (h + 2 * padding - kh) // stride + 1
    columns = (w + 2 * padding - kw) // stride + 1
    flops = 2 * c_out * rows * columns * c_group * kh * kw
    total_bytes = 4 * n * c_in * h * w + 4 * c_out * c_group * kh * kw
    return flops / total_bytes
# %% right: len(range()) counts the windows, everything for one output
def intensity(x_shape, weight_shape, stride=1, padding=0):
    outputs = x_shape[0] * weight_shape[0]
    for axis in (2, 3):
        last_begin = x_shape[axis] + 2 * padding - weight_shape[axis]
        outputs *= len(range(0, last_begin + 1, stride))
    read = math.prod(x_shape) + math.prod(weight_shape)
    # operations / 4 bytes: 2 / 4 for each product
    return 0.5 * math.prod(weight_shape[1:]) / (1 + read / outputs)
