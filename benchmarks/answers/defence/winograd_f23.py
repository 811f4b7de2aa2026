# %% wrong: the fourth product is added instead of subtracted in the second output
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: the halves in the kernel's transform are missing, so the two middle products are twice too large
def winograd_f23(d, w):
    tile = np.array([d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]])
    kernel = np.array([w[0], w[0] + w[1] + w[2], w[0] - w[1] + w[2], w[2]])
    m = tile * kernel
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: the kernel is reversed first, so it is the true convolution
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((KERNEL @ w[::-1]) * (TILE @ d))
# %% wrong: TILE and KERNEL are combined with @ (a dot product, one number) instead of number by number, so OUT @ a scalar raises ValueError
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    products = (TILE @ d) @ (KERNEL @ w)
    return OUT @ products
# %% right: scalars by hand, the even and odd part of the kernel shared
def winograd_f23(d, w):
    d0, d1, d2, d3 = d
    even, odd = (w[0] + w[2]) / 2, w[1] / 2
    plus, minus = (d1 + d2) * (even + odd), (d2 - d1) * (even - odd)
    first, last = (d0 - d2) * w[0], (d1 - d3) * w[2]
    return np.array([first + (plus + minus), (plus - minus) - last])
