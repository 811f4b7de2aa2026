# %% wrong: the kernel's transform without the halves
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2])
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2])
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 - m3])
# %% wrong: the last product is added in the second output instead of subtracted
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: TILE is used transposed
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((d @ TILE) * (KERNEL @ w))
# %% wrong: a matrix product between pixels and kernel where the four products should be (ValueError)
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((TILE @ d) @ (KERNEL @ w))
# %% wrong: the halves by integer division, which drops the remainder
def winograd_f23(d, w):
    g1 = (w[0] + w[1] + w[2]) // 2
    g2 = (w[0] - w[1] + w[2]) // 2
    m0, m1 = (d[0] - d[2]) * w[0], (d[1] + d[2]) * g1
    m2, m3 = (d[2] - d[1]) * g2, (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 - m3])
# %% wrong: stops at the four products, without adding them up to two outputs
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    return (TILE @ d) * (KERNEL @ w)
# %% right: by hand, without the matrices
def winograd_f23(d, w):
    ends, middle = (w[0] + w[2]) / 2, w[1] / 2
    m = [(d[0] - d[2]) * w[0], (d[1] + d[2]) * (ends + middle),
         (d[2] - d[1]) * (ends - middle), (d[1] - d[3]) * w[2]]
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
