# %% wrong: sign of the fourth product (m3 added in the second output)
def winograd_f23(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 + m3])
# %% wrong: halves missing in the kernel
def winograd_f23(d, w):
    m = [(d[0] - d[2]) * w[0], (d[1] + d[2]) * (w[0] + w[1] + w[2]), (d[2] - d[1]) * (w[0] - w[1] + w[2]), (d[1] - d[3]) * w[2]]
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: integer halves: (w0 + w1 + w2) // 2
def winograd_f23(d, w):
    a, b = (w[0] + w[1] + w[2]) // 2, (w[0] - w[1] + w[2]) // 2
    m = (d[0] - d[2]) * w[0], (d[1] + d[2]) * a, (d[2] - d[1]) * b, (d[1] - d[3]) * w[2]
    return np.array([m[0] + m[1] + m[2], m[1] - m[2] - m[3]])
# %% wrong: true convolution: kernel reversed
def winograd_f23(d, w):
    return np.convolve(d, w, "valid")
# %% wrong: d1 - d2 in place of d2 - d1
def winograd_f23(d, w):
    m1 = (d[0] - d[2]) * w[0]
    m2 = (d[1] + d[2]) * 0.5 * (w[0] + w[1] + w[2])
    m3 = (d[1] - d[2]) * 0.5 * (w[0] - w[1] + w[2])
    m4 = (d[1] - d[3]) * w[2]
    return np.array([m1 + m2 + m3, m2 - m3 - m4])
# %% right: written out
def winograd_f23(d, w):
    m1 = (d[0] - d[2]) * w[0]
    m2 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m3 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m4 = (d[1] - d[3]) * w[2]
    return np.array([m1 + m2 + m3, m2 - m3 - m4])
# %% right: matrices
def winograd_f23(d, w):
    B = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    A = np.array([[1, 1, 1, 0], [0, 1, -1, -1]])
    return A @ ((G @ np.asarray(w)) * (B @ np.asarray(d)))
