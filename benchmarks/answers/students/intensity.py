# %% wrong: forgets the output in the bytes: counts only input and weight
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C, H, W = x_shape
    O, Cg, KH, KW = weight_shape
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    products = N * O * OH * OW * Cg * KH * KW
    return products / (4 * (N * C * H * W + O * Cg * KH * KW))
# %% wrong: counts the input's channels C_in for each output, not C_in / groups: too much for grouped weights
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C, H, W = x_shape
    O, _, KH, KW = weight_shape
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    numbers = math.prod(x_shape) + math.prod(weight_shape) + N * O * OH * OW
    return N * O * OH * OW * C * KH * KW / (4 * numbers)
# %% wrong: eight bytes a number (float64) instead of four
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    o, cg, kh, kw = weight_shape
    out = n * o * ((h + 2 * padding - kh) // stride + 1) * ((w + 2 * padding - kw) // stride + 1)
    return out * cg * kh * kw / (8 * (n * c * h * w + o * cg * kh * kw + out))
# %% wrong: forgets the bytes: products per number, not per byte
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    o, cg, kh, kw = weight_shape
    out = n * o * ((h + 2 * padding - kh) // stride + 1) * ((w + 2 * padding - kw) // stride + 1)
    return out * cg * kh * kw / (n * c * h * w + o * cg * kh * kw + out)
# %% wrong: padding is added once, not on both sides (H + padding); right for padding 0
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C, H, W = x_shape
    O, Cg, KH, KW = weight_shape
    OH = (H + padding - KH) // stride + 1
    OW = (W + padding - KW) // stride + 1
    out = N * O * OH * OW
    return out * Cg * KH * KW / 4 / (N * C * H * W + O * Cg * KH * KW + out)
# %% wrong: the batch is missing in the output: numbers and products of one image against the input of all (right for N = 1)
def intensity(x_shape, weight_shape, stride=1, padding=0):
    O, Cg, KH, KW = weight_shape
    OH = (x_shape[2] + 2 * padding - KH) // stride + 1
    OW = (x_shape[3] + 2 * padding - KW) // stride + 1
    out = O * OH * OW
    return out * Cg * KH * KW / (4 * (np.prod(x_shape) + np.prod(weight_shape) + out))
# %% wrong: integer division at the end: the intensity is rounded down
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C, H, W = x_shape
    O, Cg, KH, KW = weight_shape
    out = N * O * ((H + 2 * padding - KH) // stride + 1) * ((W + 2 * padding - KW) // stride + 1)
    return out * Cg * KH * KW // (4 * (N * C * H * W + O * Cg * KH * KW + out))
# %% right: counts windows by range and works with the reciprocal
def intensity(x_shape, weight_shape, stride=1, padding=0):
    (sh, sw), (ph, pw) = [[int(v) for v in np.broadcast_to(a, 2)] for a in (stride, padding)]
    per_output = math.prod(weight_shape[1:])
    rows = len(range(0, x_shape[2] + 2 * ph - weight_shape[2] + 1, sh))
    cols = len(range(0, x_shape[3] + 2 * pw - weight_shape[3] + 1, sw))
    outputs = x_shape[0] * weight_shape[0] * rows * cols
    traffic = 4 * (math.prod(x_shape) + math.prod(weight_shape) + outputs)
    return 1 / (traffic / (outputs * per_output))
