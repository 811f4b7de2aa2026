# %% wrong: a sign in the second output: m1 - m2 + m3
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: the halves of the kernel's transform are forgotten
def winograd_f23(d, w):
    tile = np.array([d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]])
    kernel = np.array([w[0], w[0] + w[1] + w[2], w[0] - w[1] + w[2], w[2]])
    m = tile * kernel
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: @ in place of * between the transforms, so the answer is (2, 4)
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    return OUT * ((TILE @ d) @ (KERNEL @ w))
# %% right: the four products written out
def winograd_f23(d, w):
    even, odd = (w[0] + w[2]) / 2, w[1] / 2
    m = [(d[0] - d[2]) * w[0], (d[1] + d[2]) * (even + odd), (d[2] - d[1]) * (even - odd), (d[1] - d[3]) * w[2]]
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
