# %% wrong: a product with its addition counts as one operation instead of two, so the answer is half
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c_in, h, w = x_shape
    c_out, c, kh, kw = weight_shape
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    macs = n * c_out * oh * ow * c * kh * kw
    moved = 4 * (n * c_in * h * w + c_out * c * kh * kw + n * c_out * oh * ow)
    return macs / moved
# %% wrong: the bytes of the weight are forgotten
def intensity(x_shape, weight_shape, stride=1, padding=0):
    N, _, H, W = x_shape
    F, C, KH, KW = weight_shape
    out_size = N * F * ((H + 2 * padding - KH) // stride + 1) * ((W + 2 * padding - KW) // stride + 1)
    ops = 2 * out_size * C * KH * KW
    nbytes = 4 * (math.prod(x_shape) + out_size)
    return ops / nbytes
# %% wrong: each output counts all channels of x (x_shape[1]) instead of weight_shape[1]; shows with groups
def intensity(x_shape, weight_shape, stride=1, padding=0):
    rows = (x_shape[2] + 2 * padding - weight_shape[2]) // stride + 1
    columns = (x_shape[3] + 2 * padding - weight_shape[3]) // stride + 1
    outputs = x_shape[0] * weight_shape[0] * rows * columns
    operations = 2 * outputs * x_shape[1] * weight_shape[2] * weight_shape[3]
    numbers = np.prod(x_shape) + np.prod(weight_shape) + outputs
    return operations / (4 * numbers)
# %% wrong: two mistakes: 8 bytes for each number instead of 4, and the stride is forgotten in the output's size
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, cin, h, w = x_shape
    cout, cg, kh, kw = weight_shape
    h_out = h - kh + 2 * padding + 1
    w_out = w - kw + 2 * padding + 1
    y = n * cout * h_out * w_out
    flops = 2 * y * cg * kh * kw
    return flops / (8 * (n * cin * h * w + cout * cg * kh * kw + y))  # float = 8 bytes
# %% right: counts window starts with range
def intensity(x_shape, weight_shape, stride=1, padding=0):
    images, *_ = x_shape
    filters, *tap = weight_shape
    starts = [len(range(0, side + 2 * padding - k + 1, stride)) for side, k in zip(x_shape[2:], tap[1:])]
    written = math.prod([images, filters, *starts])
    moved = math.prod(x_shape) + math.prod(weight_shape) + written
    return written * math.prod(tap) / (2 * moved)
