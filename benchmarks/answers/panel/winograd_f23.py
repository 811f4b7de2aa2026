# %% wrong: the second output is m1 - m2 + m3, the sign of the last product is wrong
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: the halves in KERNEL are forgotten (1 in place of 0.5), so the two middle products are twice too large
def winograd_f23(d, w):
    TILE = np.array([[1., 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1., 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 1]])
    OUT = np.array([[1., 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((TILE @ d) * (KERNEL @ w))
# %% wrong: the kernel is read backwards (a true convolution); right for kernels that are the same from both ends
def winograd_f23(d, w):
    tile = np.array([d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]])
    g = w[::-1]
    ker = np.array([g[0], (g[0] + g[1] + g[2]) / 2, (g[0] - g[1] + g[2]) / 2, g[2]])
    m = tile * ker
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: half of the kernel sums is taken with // and so rounded down; right only where both sums are even whole numbers
def winograd_f23(d, w):
    a, b, c = w
    plus = (a + b + c) // 2
    minus = (a - b + c) // 2
    products = [(d[0] - d[2]) * a, (d[1] + d[2]) * plus, (d[2] - d[1]) * minus, (d[1] - d[3]) * c]
    return np.array([products[0] + products[1] + products[2], products[1] - products[2] - products[3]], dtype=float)
# %% right: the points 0, 1, -1 and infinity, in another sign of the last two products
def winograd_f23(d, w):
    p, q, r, s = np.asarray(d, dtype=float)
    a, b, c = np.asarray(w, dtype=float)
    even, odd = (a + c) / 2, b / 2
    first, second, third, last = (p - r) * a, (q + r) * (even + odd), (q - r) * (even - odd), (s - q) * c
    return np.stack([first + second - third, second + third + last])
