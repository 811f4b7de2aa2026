# %% wrong: each output takes all C_in of x times K_H * K_W products, not C_in / groups from the weight's shape, so grouped and depthwise layers come out too high
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C_in, H, W = x_shape
    C_out, _, K_H, K_W = weight_shape
    H_out = (H + 2 * padding - K_H) // stride + 1
    W_out = (W + 2 * padding - K_W) // stride + 1
    outputs = N * C_out * H_out * W_out
    operations = 2 * outputs * C_in * K_H * K_W
    moved = 4 * (math.prod(x_shape) + math.prod(weight_shape) + outputs)
    return operations / moved
# %% wrong: the output is not counted among the numbers that are moved; only input and weight are
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, _, h, w = x_shape
    f, c, kh, kw = weight_shape
    down, across = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    ops = 2 * n * f * down * across * c * kh * kw
    return ops / (4 * (np.prod(x_shape) + np.prod(weight_shape)))
# %% wrong: the padding is added only once to height and width, H + padding - K, not H + 2 * padding - K, so outputs are missing when padding > 0
def intensity(x_shape, weight_shape, stride=1, padding=0):
    size = [(x_shape[i] + padding - weight_shape[i]) // stride + 1 for i in (2, 3)]
    y_shape = (x_shape[0], weight_shape[0], *size)
    count = np.prod(y_shape)
    flops = count * np.prod(weight_shape[1:]) * 2
    numbers = np.prod(x_shape) + np.prod(weight_shape) + count
    return float(flops / (numbers * 4))
# %% wrong: two mistakes: a product and its addition count as one operation and not as two, and a number counts 8 bytes (float64) and not 4
def intensity(x_shape, weight_shape, stride=1, padding=0):
    batch, channels, height, width = x_shape
    filters, per_group, rows, cols = weight_shape
    out_h = (height + 2 * padding - rows) // stride + 1
    out_w = (width + 2 * padding - cols) // stride + 1
    macs = batch * filters * out_h * out_w * per_group * rows * cols
    n_bytes = 8 * (batch * channels * height * width + filters * per_group * rows * cols
                   + batch * filters * out_h * out_w)
    return macs / n_bytes
# %% right: places counted with len(range), dtype's own size
def intensity(x_shape, weight_shape, stride=1, padding=0):
    places = 1
    for length, taps in zip(x_shape[2:], weight_shape[2:]):
        places *= len(range(0, length + 2 * padding - taps + 1, stride))
    per_filter = math.prod(weight_shape[1:])
    outputs = x_shape[0] * weight_shape[0] * places
    moved = math.prod(x_shape) + weight_shape[0] * per_filter + outputs
    return (outputs * per_filter + outputs * per_filter) / (moved * np.dtype(np.float32).itemsize)
