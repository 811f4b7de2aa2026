# %% wrong: two operations for each multiply-add
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    o, ci, kh, kw = weight_shape
    ho, wo = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    return 2 * n * o * ho * wo * ci * kh * kw / (4 * (n * c * h * w + o * ci * kh * kw + n * o * ho * wo))
# %% wrong: products per number, not per byte
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    o, ci, kh, kw = weight_shape
    ho, wo = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    return n * o * ho * wo * ci * kh * kw / (n * c * h * w + o * ci * kh * kw + n * o * ho * wo)
# %% wrong: takes C of x: wrong for groups
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    o, _, kh, kw = weight_shape
    ho, wo = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    return n * o * ho * wo * c * kh * kw / (4 * (n * c * h * w + o * c * kh * kw + n * o * ho * wo))
# %% wrong: the padded image counts as input bytes
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    h, w = h + 2 * padding, w + 2 * padding
    o, ci, kh, kw = weight_shape
    ho, wo = (h - kh) // stride + 1, (w - kw) // stride + 1
    return n * o * ho * wo * ci * kh * kw / 4 / (n * c * h * w + o * ci * kh * kw + n * o * ho * wo)
# %% wrong: the batch counts for products only
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    o, ci, kh, kw = weight_shape
    ho, wo = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    return n * o * ho * wo * ci * kh * kw / (4 * (c * h * w + o * ci * kh * kw + o * ho * wo))
# %% right: formula
def intensity(x_shape, weight_shape, stride=1, padding=0):
    n, c, h, w = x_shape
    o, ci, kh, kw = weight_shape
    ho, wo = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    return n * o * ho * wo * ci * kh * kw / (4 * (n * c * h * w + o * ci * kh * kw + n * o * ho * wo))
# %% right: np.prod
def intensity(x_shape, weight_shape, stride=1, padding=0):
    spots = [len(range(0, a + 2 * padding - k + 1, stride)) for a, k in zip(x_shape[2:], weight_shape[2:])]
    out = int(np.prod([x_shape[0], weight_shape[0], *spots]))
    return float(out * np.prod(weight_shape[1:]) / (np.prod(x_shape) + np.prod(weight_shape) + out) / 4)
