# %% wrong: the last product has the wrong sign, (d3 - d1) in place of (d1 - d3)
def winograd_f23(d, w):
    g_plus = (w[0] + w[1] + w[2]) / 2
    g_minus = (w[0] - w[1] + w[2]) / 2
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * g_plus
    m2 = (d[2] - d[1]) * g_minus
    m3 = (d[3] - d[1]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 - m3])


# %% wrong: turns the kernel first, for a true convolution
def winograd_f23(d, w):
    B_T = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A_T = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
    w = np.asarray(w)[::-1]
    return A_T @ ((G @ w) * (B_T @ d))


# %% wrong: halves with //, which cuts the half off where the sum is odd or a fraction
def winograd_f23(d, w):
    m = np.zeros(4)
    m[0] = (d[0] - d[2]) * w[0]
    m[1] = (d[1] + d[2]) * ((w[0] + w[1] + w[2]) // 2)
    m[2] = (d[2] - d[1]) * ((w[0] - w[1] + w[2]) // 2)
    m[3] = (d[1] - d[3]) * w[2]
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])


# %% right: even and odd part of the kernel
def winograd_f23(d, w):
    even, odd = 0.5 * (w[0] + w[2]), 0.5 * w[1]
    both, other = (d[1] + d[2]) * (even + odd), (d[2] - d[1]) * (even - odd)
    first, last = (d[0] - d[2]) * w[0], (d[3] - d[1]) * w[2]
    return np.array([first + (both + other), last + (both - other)])
