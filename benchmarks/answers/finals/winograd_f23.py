# %% wrong: a matrix product of the two transforms, @ in place of *: one number is left, and the next @ raises a ValueError
def winograd_f23(d, w):
    B = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    A = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
    return A @ ((B @ d) @ (G @ w))
# %% wrong: a sign in the second output: m1 - m2 + m3
def winograd_f23(d, w):
    d0, d1, d2, d3 = d
    w0, w1, w2 = w
    m0 = (d0 - d2) * w0
    m1 = (d1 + d2) * (w0 + w1 + w2) / 2
    m2 = (d2 - d1) * (w0 - w1 + w2) / 2
    m3 = (d1 - d3) * w2
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: the halves of the kernel's transform are forgotten
def winograd_f23(d, w):
    pixels = np.array([d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]])
    kernel = np.array([w[0], w[0] + w[1] + w[2], w[0] - w[1] + w[2], w[2]])
    m = pixels * kernel
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: the kernel is turned before
def winograd_f23(d, w):
    w = w[::-1]
    g = np.array([w[0], (w[0] + w[1] + w[2]) / 2, (w[0] - w[1] + w[2]) / 2, w[2]])
    m = g * np.array([d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]])
    return np.array([[1, 1, 1, 0], [0, 1, -1, -1]]) @ m
# %% right: unpacked numbers, four products
def winograd_f23(d, w):
    (a, b, c, e), (p, q, r) = d, w
    outer, middle = p + r, q
    one = (a - c) * p
    two = (b + c) * ((outer + middle) / 2)
    three = (c - b) * ((outer - middle) / 2)
    four = (b - e) * r
    return np.array([one + two + three, two - three - four])
