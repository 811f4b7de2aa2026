# %% wrong: two mistakes: a product and its addition count as one operation instead of two, and the output is not counted among the numbers that are moved
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    f, c_group, kh, kw = weight_shape
    down = (h + 2 * padding - kh) // stride + 1
    across = (w + 2 * padding - kw) // stride + 1
    operations = n * f * down * across * c_group * kh * kw
    moved = 4 * (n * c * h * w + f * c_group * kh * kw)
    return operations / moved
# %% wrong: the operations are those of one image only (N is forgotten), while the bytes are those of the whole batch
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C, H, W = x_shape
    F, Cg, KH, KW = weight_shape
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    flops = 2 * F * OH * OW * Cg * KH * KW
    numbers = np.prod(x_shape) + np.prod(weight_shape) + N * F * OH * OW
    return flops / (4 * numbers)
# %% wrong: each output is counted with all C_in channels of x instead of C_in / groups, so grouped and depthwise layers get too many operations
def intensity(x_shape, weight_shape, stride=1, padding=0):
    images, channels, height, width = x_shape
    filters, _, k_h, k_w = weight_shape
    rows = (height + 2 * padding - k_h) // stride + 1
    columns = (width + 2 * padding - k_w) // stride + 1
    outputs = images * filters * rows * columns
    operations = 2 * outputs * channels * k_h * k_w
    return operations / (4 * (math.prod(x_shape) + math.prod(weight_shape) + outputs))
# %% wrong: the padding counts as moved input: the bytes are those of the padded image, (H + 2 * padding) * (W + 2 * padding), instead of H * W
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    h, w = h + 2 * padding, w + 2 * padding
    c_out, c_in, kh, kw = weight_shape
    y = n * c_out * ((h - kh) // stride + 1) * ((w - kw) // stride + 1)
    ops = 2 * y * c_in * kh * kw
    total_bytes = 4 * (n * c * h * w + c_out * c_in * kh * kw + y)
    return ops / total_bytes
# %% right: half an operation for each byte, times products over numbers
def intensity(x_shape, weight_shape, stride=1, padding=0):
    places = [len(range(0, size + 2 * padding - k + 1, stride)) for size, k in zip(x_shape[2:], weight_shape[2:])]
    y_shape = (x_shape[0], weight_shape[0], *places)
    numbers = sum(map(math.prod, (x_shape, weight_shape, y_shape)))
    return 0.5 * math.prod(y_shape) * math.prod(weight_shape[1:]) / numbers
