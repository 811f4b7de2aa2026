# %% wrong: alpha is not divided by size (the formula of AlexNet's paper)
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    squares = np.pad(np.asarray(x, float) ** 2, ((0, 0), (half, half), (0, 0), (0, 0)))
    total = sum(squares[:, i : i + x.shape[1]] for i in range(size))
    return x / (k + alpha * total) ** beta
# %% wrong: the neighbours are taken along the height (axis 2) instead of along the channels (axis 1)
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    pad = size // 2
    padded = np.pad(x**2, [(0, 0), (0, 0), (pad, pad), (0, 0)])
    total = np.zeros(x.shape)
    for shift in range(size):
        total += padded[:, :, shift : shift + x.shape[2]]
    return x / (k + alpha / size * total) ** beta
# %% wrong: near the first and last channel alpha is divided by the number of channels that are there, not by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    n, channels, h, w = x.shape
    out = np.empty(x.shape, dtype=float)
    for c in range(channels):
        near = x[:, max(0, c - size // 2) : c + size // 2 + 1]
        out[:, c] = x[:, c] / (k + alpha * (near**2).mean(axis=1)) ** beta
    return out
# %% wrong: the window ends one channel too early: c + size // 2 is not in it, since the slice's end is exclusive
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out = np.zeros(x.shape)
    for c in range(x.shape[1]):
        first, last = max(0, c - size // 2), min(x.shape[1], c + size // 2)
        out[:, c] = x[:, c] / (k + alpha / size * (x[:, first:last] ** 2).sum(axis=1)) ** beta
    return out
# %% right: a band matrix over the channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    c = np.arange(x.shape[1])
    band = (abs(c[:, None] - c) <= size // 2).astype(float)
    total = np.einsum("dc,nchw->ndhw", band, x * 1.0 * x)
    return x * (k + alpha * total / size) ** -beta
