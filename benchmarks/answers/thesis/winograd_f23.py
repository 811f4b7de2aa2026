# %% wrong: sign of the last product: the second output is m1 - m2 + m3 instead of m1 - m2 - m3
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: the halves in the transform of the kernel are forgotten: m1 and m2 are twice too large
def winograd_f23(d, w):
    BT = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 1]])
    AT = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
    return AT @ ((G @ w) * (BT @ d))
# %% wrong: the kernel is turned first (w[::-1]): the two outputs of the true convolution; right for symmetric kernels only
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    flipped = np.asarray(w)[::-1]
    products = np.multiply(TILE @ d, KERNEL @ flipped)
    return OUT @ products
# %% wrong: the four products are added up with @ to one number and that is multiplied by the row sums of OUT: not two outputs of the kernel
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    m = (TILE @ d) @ (KERNEL @ w)
    return (OUT * m).sum(axis=1)
# %% right: scalars, sum and difference of the middle products
def winograd_f23(d, w):
    a, b, c, e = (float(v) for v in d)
    p, q, r = (float(v) for v in w)
    half = 0.5 * (p + r)
    plus = (b + c) * (half + 0.5 * q)
    minus = (c - b) * (half - 0.5 * q)
    first, last = (a - c) * p, (b - e) * r
    return np.array([first + (plus + minus), (plus - minus) - last])
