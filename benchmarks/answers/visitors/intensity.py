# %% wrong: takes the number of channels from x, so with groups too many products are counted
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, _, kh, kw = weight_shape
    out_h = (h + 2 * padding - kh) // stride + 1
    out_w = (w + 2 * padding - kw) // stride + 1
    flops = 2 * n * c_out * out_h * out_w * c_in * kh * kw
    memory = 4 * (np.prod(x_shape) + np.prod(weight_shape) + n * c_out * out_h * out_w)
    return float(flops / memory)


# %% wrong: counts 8 bytes for each number, as in float64
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C, H, W = x_shape
    F, Cg, KH, KW = weight_shape
    out = N * F * ((H + 2 * padding - KH) // stride + 1) * ((W + 2 * padding - KW) // stride + 1)
    work = 2 * out * Cg * KH * KW
    moved = np.empty(0).itemsize * (N * C * H * W + F * Cg * KH * KW + out)
    return work / moved


# %% wrong: two mistakes: a product with its addition counts as one operation, and the padding is moved, too
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, C, H, W = x_shape
    C_out, C_g, K_H, K_W = weight_shape
    H = H + 2 * padding
    W = W + 2 * padding
    H_out = (H - K_H) // stride + 1
    W_out = (W - K_W) // stride + 1
    macs = N * C_out * H_out * W_out * C_g * K_H * K_W
    numbers = N * C * H * W + C_out * C_g * K_H * K_W + N * C_out * H_out * W_out
    return macs / (4 * numbers)


# %% right: with math.prod
def intensity(x_shape, weight_shape, stride=1, padding=0):
    sizes = [len(range(0, size + 2 * padding - k + 1, stride))
             for size, k in zip(x_shape[2:], weight_shape[2:])]
    output = x_shape[0] * weight_shape[0] * math.prod(sizes)
    numbers = math.prod(x_shape) + math.prod(weight_shape) + output
    return output * math.prod(weight_shape[1:]) / (2 * numbers)
