# %% wrong: a product with its addition is counted as one operation, not two
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    f, g, kh, kw = weight_shape
    h2, w2 = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    out = n * f * h2 * w2
    numbers = n * c * h * w + f * g * kh * kw + out
    return out * g * kh * kw / (4 * numbers)
# %% wrong: the products of an output are counted with C_in of x instead of C_in / groups of the weight, so grouped and depthwise layers get too many
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C_in, H, W = x_shape
    C_out, _, K_H, K_W = weight_shape
    H_out = (H + 2 * padding - K_H) // stride + 1
    W_out = (W + 2 * padding - K_W) // stride + 1
    operations = 2 * N * C_out * H_out * W_out * C_in * K_H * K_W
    moved = 4 * (math.prod(x_shape) + math.prod(weight_shape) + N * C_out * H_out * W_out)
    return operations / moved
# %% wrong: two mistakes: the padding is added only once to each side length instead of twice, and the bytes of the output are not counted
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, _, h, w = x_shape
    f, c, kh, kw = weight_shape
    down = (h + padding - kh) // stride + 1
    across = (w + padding - kw) // stride + 1
    ops = 2 * n * f * down * across * c * kh * kw
    return ops / (4 * (np.prod(x_shape) + np.prod(weight_shape)))
# %% wrong: numbers are counted instead of bytes, the 4 bytes a number are missing
def intensity(x_shape, weight_shape, stride=1, padding=0):
    sizes = [(x_shape[a] + 2 * padding - weight_shape[a]) // stride + 1 for a in (2, 3)]
    y_shape = (x_shape[0], weight_shape[0], *sizes)
    operations = 2 * math.prod(y_shape) * math.prod(weight_shape[1:])
    return operations / sum(math.prod(s) for s in (x_shape, weight_shape, y_shape))
# %% right: counting positions with len(range(...))
def intensity(x_shape, weight_shape, stride=1, padding=0):
    positions = 1
    for size, k in zip(x_shape[2:], weight_shape[2:]):
        positions *= len(range(-padding, size + padding - k + 1, stride))
    macs_per_image = positions * math.prod(weight_shape)
    numbers = math.prod(x_shape) + math.prod(weight_shape) + x_shape[0] * positions * weight_shape[0]
    return x_shape[0] * macs_per_image / numbers / 2
