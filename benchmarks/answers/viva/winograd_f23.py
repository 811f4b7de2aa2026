# %% wrong: the sign of m2 in the second output is wrong: m1 + m2 - m3, where m1 - m2 - m3 is right
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 + m2 - m3])
# %% wrong: the halves are taken with whole-number division //, so sums of weights that are odd or no whole numbers are rounded down
def winograd_f23(d, w):
    pixels = np.array([d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]])
    kernel = np.array([w[0], (w[0] + w[1] + w[2]) // 2, (w[0] - w[1] + w[2]) // 2, w[2]])
    m = pixels * kernel
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: transformed pixels and kernel are multiplied with @ into one number, and not number by number, so the product with OUT raises ValueError
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((TILE @ d) @ (KERNEL @ w))
# %% wrong: the kernel is turned round (w[::-1]), so it is the true convolution, where a correlation is wanted
def winograd_f23(d, w):
    tile = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    g = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    a_t = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
    flipped = np.asarray(w)[::-1]
    return a_t @ (tile.dot(d) * g.dot(flipped))
# %% right: by hand, with the sum of the outer weights shared
def winograd_f23(d, w):
    (a, b, c, e), (p, q, r) = d, w
    outer = p + r
    plus, minus = (b + c) * ((outer + q) / 2), (c - b) * ((outer - q) / 2)
    return np.array([(a - c) * p + plus + minus, plus - minus - (b - e) * r])
