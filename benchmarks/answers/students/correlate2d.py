# %% wrong: turns the kernel by a half turn (a true convolution)
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    flipped = kernel[::-1, ::-1]
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (x[i:i + kh, j:j + kw] * flipped).sum()
    return out
# %% wrong: the window's matrix product @ instead of products element by element (crash unless square, wrong then)
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    H, W = x.shape
    out = np.zeros((H - kh + 1, W - kw + 1))
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            out[i, j] = np.sum(x[i:i + kh, j:j + kw] @ kernel)
    return out
# %% wrong: output is always as square as its height: both sizes from H and K_H (columns missing or crash)
def correlate2d(x, kernel):
    K = kernel.shape[0]
    n = x.shape[0] - K + 1
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            out[i, j] = (x[i:i + K, j:j + K] * kernel).sum()
    return out
# %% wrong: loops end one window early, the last row and column stay 0
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(x.shape[0] - kh):
        for j in range(x.shape[1] - kw):
            out[i, j] = (x[i:i + kh, j:j + kw] * kernel).sum()
    return out
# %% wrong: mean of the products instead of their sum
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    rows, cols = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    return np.array([[np.mean(x[i:i + kh, j:j + kw] * kernel) for j in range(cols)] for i in range(rows)])
# %% right: over the taps, adding shifted pictures
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    total = np.zeros((h, w))
    for (u, v), weight in np.ndenumerate(kernel):
        total += weight * x[u:u + h, v:v + w]
    return total
