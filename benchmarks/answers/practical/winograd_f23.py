# %% wrong: the four products are added up with @ into one number before OUT (a dot product instead of number by number): ValueError, OUT meets a single number
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((TILE @ d) @ (KERNEL @ w))
# %% wrong: the second output is m1 - m2 + m3: the sign of the last product is wrong (half remembered), as if the last row of TILE were d3 - d1
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: two mistakes: the halves of the kernel's sums are whole-number divisions (// 2), which drop the rest, and the array that holds the products is made of whole numbers, so fractions are cut off (right for whole numbers with an even sum of w)
def winograd_f23(d, w):
    m = np.zeros(4, dtype=int)
    m[0] = (d[0] - d[2]) * w[0]
    m[1] = (d[1] + d[2]) * ((w[0] + w[1] + w[2]) // 2)
    m[2] = (d[2] - d[1]) * ((w[0] - w[1] + w[2]) // 2)
    m[3] = (d[1] - d[3]) * w[2]
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: OUT is left out: the four products are returned, shape (4,) instead of the two outputs
def winograd_f23(d, w):
    pixels = np.array([d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]])
    kernel = np.array([w[0], (w[0] + w[1] + w[2]) / 2, (w[0] - w[1] + w[2]) / 2, w[2]])
    return pixels * kernel
# %% right: by hand
def winograd_f23(d, w):
    even, odd = w[0] + w[2], w[1]
    plus, minus = (d[1] + d[2]) * (even + odd) / 2, (d[2] - d[1]) * (even - odd) / 2
    return np.array([(d[0] - d[2]) * w[0] + plus + minus, plus - minus - (d[1] - d[3]) * w[2]])
