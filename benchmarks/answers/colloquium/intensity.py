# %% wrong: the products of an output are counted with C_in of x instead of C_in / groups of the weight, so grouped and depthwise layers get too many operations
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    f, _, kh, kw = weight_shape
    ho = (h + 2 * padding - kh) // stride + 1
    wo = (w + 2 * padding - kw) // stride + 1
    ops = 2 * n * f * ho * wo * c * kh * kw
    moved = n * c * h * w + np.prod(weight_shape) + n * f * ho * wo
    return ops / (4 * moved)
# %% wrong: the padding is counted on one side only, H + padding instead of H + 2 · padding
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C_in, H, W = x_shape
    C_out, C_group, K_H, K_W = weight_shape
    H_out = (H + padding - K_H) // stride + 1
    W_out = (W + padding - K_W) // stride + 1
    outputs = N * C_out * H_out * W_out
    operations = 2 * outputs * C_group * K_H * K_W
    numbers = math.prod(x_shape) + math.prod(weight_shape) + outputs
    return operations / (4 * numbers)
# %% wrong: eight bytes a number (float64) instead of four, so the result is half as large
def intensity(x_shape, weight_shape, stride=1, padding=0):
    down, across = ((x_shape[i] + 2 * padding - weight_shape[i]) // stride + 1 for i in (2, 3))
    output_shape = (x_shape[0], weight_shape[0], down, across)
    macs = math.prod(output_shape) * math.prod(weight_shape[1:])
    numbers = sum(math.prod(s) for s in (x_shape, weight_shape, output_shape))
    return 2 * macs / (8 * numbers)
# %% wrong: two mistakes: a product with its addition counts as one operation, and the output is left out of the moved bytes
def intensity(x_shape, weight_shape, stride=1, padding=0):
    rows = (x_shape[2] + 2 * padding - weight_shape[2]) // stride + 1
    cols = (x_shape[3] + 2 * padding - weight_shape[3]) // stride + 1
    macs = x_shape[0] * rows * cols
    for each in weight_shape:
        macs *= each
    bytes_moved = 4 * (np.prod(x_shape) + np.prod(weight_shape))
    return macs / bytes_moved
# %% right: counts window starts with len(range)
def intensity(x_shape, weight_shape, stride=1, padding=0):
    images, filters = x_shape[0], weight_shape[0]
    places = 1
    for length, k in zip(x_shape[2:], weight_shape[2:]):
        places *= len(range(0, length + 2 * padding - k + 1, stride))
    out = images * filters * places
    return out * math.prod(weight_shape[1:]) / (2 * (math.prod(x_shape) + math.prod(weight_shape) + out))
