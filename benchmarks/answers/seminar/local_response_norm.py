# %% wrong: near the first and last channel alpha is divided by how many channels there are, not by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    C = x.shape[1]
    out = np.zeros_like(x, dtype=float)
    for c in range(C):
        lo, hi = max(0, c - half), min(C, c + half + 1)
        s = (x[:, lo:hi] ** 2).mean(axis=1)
        out[:, c] = x[:, c] / (k + alpha * s) ** beta
    return out
# %% wrong: the window begins at its own channel and reaches size channels on, it is not centred; shows for size above 1
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    n, c, h, w = x.shape
    squares = np.pad(x**2, ((0, 0), (0, size - 1), (0, 0), (0, 0)))
    total = sum(squares[:, i : i + c] for i in range(size))
    return x / (k + alpha / size * total) ** beta
# %% wrong: right numbers, but x is divided in place, so the argument is changed
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    pad = size // 2
    sq = np.pad(np.square(x), [(0, 0), (pad, pad), (0, 0), (0, 0)])
    s = np.zeros_like(x)
    for shift in range(size):
        s += sq[:, shift:shift + x.shape[1]]
    x /= (k + alpha / size * s) ** beta
    return x
# %% wrong: alpha is not divided by size; shows for size above 1
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    r = size // 2
    result = np.empty(x.shape)
    channels = x.shape[1]
    for ch in range(channels):
        summe = 0
        for other in range(ch - r, ch + r + 1):
            if 0 <= other < channels:
                summe = summe + x[:, other] ** 2
        result[:, ch] = x[:, ch] / (k + alpha * summe) ** beta
    return result
# %% right: a band matrix of neighbours, and einsum
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    number = np.arange(x.shape[1])
    near = (np.abs(number[:, None] - number) <= size // 2).astype(x.dtype)
    energy = np.einsum("cd,ndhw->nchw", near, x * x)
    return x * (k + energy * (alpha / size)) ** -beta
