# %% wrong: two mistakes: the middle kernel sums are not halved, and the last product is added in the second output instead of subtracted
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2])
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2])
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: the four products are made with @, a dot product that is one number, so the last matrix product raises ValueError
def winograd_f23(d, w):
    TILE = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1.0]])
    KERNEL = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1.0]])
    OUT = np.array([[1, 1, 1, 0], [0, 1, -1, -1.0]])
    products = (TILE @ d) @ (KERNEL @ w)
    return OUT @ products
# %% wrong: d is transformed in place line by line, so later lines read numbers that have been changed already: wrong outputs, and the argument d is changed
def winograd_f23(d, w):
    d[0] -= d[2]
    d[1] += d[2]
    d[2] -= d[1]
    d[3] = d[1] - d[3]
    g = np.array([w[0], (w[0] + w[1] + w[2]) / 2, (w[0] - w[1] + w[2]) / 2, w[2]])
    m = d * g
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: the halves of the kernel are taken with //, which rounds down; right only where w0 + w1 + w2 is an even whole number
def winograd_f23(d, w):
    kernel = [w[0], (w[0] + w[1] + w[2]) // 2, (w[0] - w[1] + w[2]) // 2, w[2]]
    pixels = [d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]]
    m = [p * k for p, k in zip(pixels, kernel)]
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% right: written out
def winograd_f23(d, w):
    outer, middle = (w[0] + w[2]) / 2, w[1] / 2
    first = (d[0] - d[2]) * w[0]
    last = (d[1] - d[3]) * w[2]
    plus = (d[1] + d[2]) * (outer + middle)
    minus = (d[2] - d[1]) * (outer - middle)
    return np.array([first + plus + minus, plus - minus - last])
