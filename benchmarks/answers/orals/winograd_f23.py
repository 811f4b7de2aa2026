# %% wrong: the four products are multiplied as matrices (@), which adds them up to one number; then OUT @ number raises a ValueError
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    products = (TILE @ d) @ (KERNEL @ w)
    return OUT @ products
# %% wrong: sign error in the second output: m1 - m2 + m3 instead of m1 - m2 - m3
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: the halves in the two middle rows of the kernel's transform are forgotten
def winograd_f23(d, w):
    pixels = np.array([d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]])
    kernel = np.array([w[0], w[0] + w[1] + w[2], w[0] - w[1] + w[2], w[2]])
    m = pixels * kernel
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: the kernel is reversed first (true convolution instead of cross-correlation)
def winograd_f23(d, w):
    B = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[2, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 2]]) / 2
    A = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
    g = np.asarray(w)[::-1]
    return A @ ((G @ g) * (B @ d))
# %% right: scalars with the sum of the outer weights shared
def winograd_f23(d, w):
    d0, d1, d2, d3 = (float(value) for value in d)
    w0, w1, w2 = (float(value) for value in w)
    outer, inner = (w0 + w2) / 2, w1 / 2
    plus = (d1 + d2) * (outer + inner)
    minus = (d2 - d1) * (outer - inner)
    first = (d0 - d2) * w0 + (plus + minus)
    second = (plus - minus) - (d1 - d3) * w2
    return np.array([first, second])
