# %% wrong: alpha is not divided by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    sq = np.pad(x**2, ((0, 0), (half, half), (0, 0), (0, 0)))
    total = sum(sq[:, i : i + x.shape[1]] for i in range(size))
    return x / (k + alpha * total) ** beta
# %% wrong: the window ends one channel too early: the last neighbour, c + size // 2, is left out
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    result = np.empty(x.shape)
    C = x.shape[1]
    r = size // 2
    for c in range(C):
        lo, hi = max(0, c - r), min(C, c + r)
        s = (x[:, lo:hi] ** 2).sum(axis=1)
        result[:, c] = x[:, c] / (k + alpha / size * s) ** beta
    return result
# %% wrong: near the first and the last channel alpha is divided by the number of channels that exist, not by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    squares = np.square(x)
    out = np.zeros_like(squares, dtype=float)
    for c in range(x.shape[1]):
        window = squares[:, max(0, c - size // 2) : c + size // 2 + 1]
        out[:, c] = x[:, c] / (k + alpha * window.mean(axis=1)) ** beta
    return out
# %% wrong: the channels wrap around: beyond the last channel comes the first again, instead of 0
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    total = np.zeros(x.shape)
    for shift in range(-(size // 2), size // 2 + 1):
        total += np.roll(x, shift, axis=1) ** 2
    return x / (k + alpha / size * total) ** beta
# %% right: a band matrix over the channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    c = np.arange(x.shape[1])
    near = (abs(c[:, None] - c) <= size // 2).astype(float)
    denominator = k + np.einsum("dc,nchw->ndhw", near, x * x) * (alpha / size)
    return x * denominator**-beta
