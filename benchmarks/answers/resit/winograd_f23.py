# %% wrong: the halves of the kernel's transform are missing: w0 + w1 + w2 and w0 - w1 + w2 are not halved
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2])
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2])
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 - m3])
# %% wrong: the sign of the fourth product in the second output is turned: m1 - m2 + m3
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    m = (TILE @ d) * (KERNEL @ w)
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] + m[3]])
# %% wrong: @ instead of * between pixels and kernel makes one number of the four products, and OUT @ number ends in a ValueError
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    products = (TILE @ d) @ (KERNEL @ w)
    return OUT @ products
# %% wrong: the pixels are multiplied by TILE from the right (d @ TILE), that is by its transpose
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((d @ TILE) * (KERNEL @ w))
# %% right: four products written out
def winograd_f23(d, w):
    d0, d1, d2, d3 = (float(each) for each in d)
    w0, w1, w2 = (float(each) for each in w)
    outer, half = (w0 + w2) / 2, w1 / 2
    first, last = (d0 - d2) * w0, (d1 - d3) * w2
    plus, minus = (d1 + d2) * (outer + half), (d2 - d1) * (outer - half)
    return np.array([first + plus + minus, plus - minus - last])
