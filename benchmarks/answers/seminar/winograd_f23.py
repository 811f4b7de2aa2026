# %% wrong: the last product is added instead of subtracted in the second output
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: the halves of the kernel's transform are forgotten
def winograd_f23(d, w):
    B = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 1]])
    A = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
    return A @ ((B @ d) * (G @ w))
# %% wrong: the kernel is turned (a true convolution); shows unless w[0] equals w[2]
def winograd_f23(d, w):
    g0, g1, g2 = w[::-1]
    a = (d[0] - d[2]) * g0
    b = (d[1] + d[2]) * 0.5 * (g0 + g1 + g2)
    c = (d[2] - d[1]) * 0.5 * (g0 - g1 + g2)
    e = (d[1] - d[3]) * g2
    return np.array([a + b + c, b - c - e])
# %% wrong: // 2 instead of / 2 rounds the halves down; right only where the two sums of the kernel are even numbers
def winograd_f23(d, w):
    plus = (w[0] + w[1] + w[2]) // 2
    minus = (w[0] - w[1] + w[2]) // 2
    p = [(d[0] - d[2]) * w[0], (d[1] + d[2]) * plus, (d[2] - d[1]) * minus, (d[1] - d[3]) * w[2]]
    return np.array([p[0] + p[1] + p[2], p[1] - p[2] - p[3]])
# %% right: the even part and the odd part of the kernel
def winograd_f23(d, w):
    first, second, third, fourth = (float(value) for value in d)
    left, middle, right = (float(value) for value in w)
    ends = left + right
    pixels = np.array([first - third, second + third, third - second, second - fourth])
    m = pixels * np.array([left, 0.5 * (ends + middle), 0.5 * (ends - middle), right])
    return np.stack([m[:3].sum(), m[1] - m[2:].sum()])
