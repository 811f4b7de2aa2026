# %% wrong: in the second output m3 is added instead of subtracted
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: the halves of the kernel's transform are rounded down by integer division (// 2)
def winograd_f23(d, w):
    a, b, c = w
    kernel = [a, (a + b + c) // 2, (a - b + c) // 2, c]
    pixels = [d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]]
    m = [p * k for p, k in zip(pixels, kernel)]
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: only the third product comes with the wrong sign of the pixels, d1 - d2 instead of d2 - d1
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, 1, -1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    return OUT @ ((TILE @ d) * (KERNEL @ w))
# %% wrong: the four products are summed up to one number by @ instead of multiplied number by number, so two multiples of one dot product come out
def winograd_f23(d, w):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    products = (TILE @ d) @ (KERNEL @ w)
    return (OUT * products).sum(axis=1)
# %% right: even and odd part of the kernel, by hand
def winograd_f23(d, w):
    d0, d1, d2, d3 = (float(each) for each in d)
    w0, w1, w2 = (float(each) for each in w)
    even, odd = (w0 + w2) / 2, w1 / 2
    first, last = (d0 - d2) * w0, (d1 - d3) * w2
    plus, minus = (d1 + d2) * (even + odd), (d2 - d1) * (even - odd)
    return np.array([first + plus + minus, plus - minus - last])
