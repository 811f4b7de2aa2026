# %% wrong: a product and its addition are counted as one operation; the answer is half as large
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    f, cg, kh, kw = weight_shape
    oh, ow = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    macs = n * f * oh * ow * cg * kh * kw
    numbers = math.prod(x_shape) + math.prod(weight_shape) + n * f * oh * ow
    return macs / (4 * numbers)
# %% wrong: the products are counted with C_in of x, not with C_in / groups of the weight; wrong with groups (depthwise) only
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C_in, H, W = x_shape
    C_out, _, K_H, K_W = weight_shape
    H_out = (H + 2 * padding - K_H) // stride + 1
    W_out = (W + 2 * padding - K_W) // stride + 1
    outputs = N * C_out * H_out * W_out
    operations = 2 * outputs * C_in * K_H * K_W
    moved = 4 * (np.prod(x_shape) + np.prod(weight_shape) + outputs)
    return operations / moved
# %% wrong: the output is not counted among the bytes that are moved
def intensity(x_shape, weight_shape, stride=1, padding=0):
    rows = (x_shape[2] + 2 * padding - weight_shape[2]) // stride + 1
    cols = (x_shape[3] + 2 * padding - weight_shape[3]) // stride + 1
    ops = 2 * x_shape[0] * rows * cols * math.prod(weight_shape)
    bytes_ = 4 * (math.prod(x_shape) + math.prod(weight_shape))
    return ops / bytes_
# %% wrong: two mistakes: the padding is added once, not on both sides; and 8 bytes a number (float64) in place of 4
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, c_group, k1, k2 = weight_shape
    out_h = (h + padding - k1) // stride + 1
    out_w = (w + padding - k2) // stride + 1
    y = n * c_out * out_h * out_w
    return 2 * y * c_group * k1 * k2 / (8 * (n * c_in * h * w + c_out * c_group * k1 * k2 + y))
# %% right: counts window corners with range
def intensity(x_shape, weight_shape, stride=1, padding=0):
    places = 1
    for size, k in zip(x_shape[2:], weight_shape[2:]):
        places *= len(range(-padding, size + padding - k + 1, stride))
    outputs = x_shape[0] * weight_shape[0] * places
    each = 2 * weight_shape[1] * weight_shape[2] * weight_shape[3]
    return each * outputs / sum(4 * math.prod(s) for s in (x_shape, weight_shape, (outputs,)))
