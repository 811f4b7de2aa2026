# %% wrong: sign slip in the third product: (d1 - d2) instead of (d2 - d1)
def winograd_f23(d, w):
    m1 = (d[0] - d[2]) * w[0]
    m2 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m3 = (d[1] - d[2]) * (w[0] - w[1] + w[2]) / 2
    m4 = (d[1] - d[3]) * w[2]
    return np.array([m1 + m2 + m3, m2 - m3 - m4])
# %% wrong: the second output adds m4 instead of subtracting it
def winograd_f23(d, w):
    m1 = (d[0] - d[2]) * w[0]
    m2 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m3 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m4 = (d[1] - d[3]) * w[2]
    return np.array([m1 + m2 + m3, m2 - m3 + m4])
# %% wrong: forgets the halves in the kernel's transform
def winograd_f23(d, w):
    TILE = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 1]])
    OUT = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((KERNEL @ w) * (TILE @ d))
# %% wrong: integer division // 2 in the kernel's transform: odd sums of integers (and all fractions) are rounded down
def winograd_f23(d, w):
    g1 = (w[0] + w[1] + w[2]) // 2
    g2 = (w[0] - w[1] + w[2]) // 2
    m1 = (d[0] - d[2]) * w[0]
    m2 = (d[1] + d[2]) * g1
    m3 = (d[2] - d[1]) * g2
    m4 = (d[1] - d[3]) * w[2]
    return np.array([m1 + m2 + m3, m2 - m3 - m4])
# %% wrong: the true convolution: the kernel is used turned round (w[2] first); right for w[0] == w[2]
def winograd_f23(d, w):
    TILE = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    OUT = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((KERNEL @ w[::-1]) * (TILE @ d))
# %% wrong: matrix product in the middle instead of an elementwise one: the dot product of two vectors is one number, and OUT @ number crashes
def winograd_f23(d, w):
    TILE = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    OUT = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((KERNEL @ w) @ (TILE @ d))
# %% right: the halves at the outputs instead of at the kernel
def winograd_f23(d, w):
    even, odd = w[0] + w[2], w[1]
    products = [2 * (d[0] - d[2]) * w[0], (d[1] + d[2]) * (even + odd), (d[2] - d[1]) * (even - odd), 2 * (d[1] - d[3]) * w[2]]
    a, b, c, e = products
    return np.array([a + b + c, b - c - e]) / 2
