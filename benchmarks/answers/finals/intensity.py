# %% wrong: a product and its addition counted as one operation
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    f, d, kh, kw = weight_shape
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    macs = n * f * oh * ow * d * kh * kw
    numbers = n * c * h * w + f * d * kh * kw + n * f * oh * ow
    return macs / (4 * numbers)
# %% wrong: all input channels are counted, also in groups: x's channels in place of the weight's second number
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    f, d, kh, kw = weight_shape
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    ops = 2 * n * f * oh * ow * c * kh * kw
    return ops / 4 / (n * c * h * w + f * d * kh * kw + n * f * oh * ow)
# %% wrong: the output is not moved, only input and weight
def intensity(x_shape, weight_shape, stride=1, padding=0):
    size = lambda length, k: (length + 2 * padding - k) // stride + 1
    out = x_shape[0] * weight_shape[0] * size(x_shape[2], weight_shape[2]) * size(x_shape[3], weight_shape[3])
    operations = 2 * out * math.prod(weight_shape[1:])
    return operations / (4 * (math.prod(x_shape) + math.prod(weight_shape)))
# %% wrong: operations for each number, not for each byte
def intensity(x_shape, weight_shape, stride=1, padding=0):
    spatial = [(a + 2 * padding - k) // stride + 1 for a, k in zip(x_shape[2:], weight_shape[2:])]
    out_numbers = x_shape[0] * weight_shape[0] * spatial[0] * spatial[1]
    moved = np.prod(x_shape) + np.prod(weight_shape) + out_numbers
    return 2 * out_numbers * np.prod(weight_shape[1:]) / moved
# %% right: shapes by real (empty) arrays' sizes
def intensity(x_shape, weight_shape, stride=1, padding=0):
    filters, *tap = weight_shape
    spots = [len(range(0, size + 2 * padding - k + 1, stride)) for size, k in zip(x_shape[2:], tap[1:])]
    answers = x_shape[0] * filters * math.prod(spots)
    numbers = math.prod(x_shape) + math.prod(weight_shape) + answers
    return answers * math.prod(tap) / (2 * numbers)
