# %% wrong: window of size channels on either side (np.pad by size)
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    C = x.shape[1]
    total = np.zeros_like(x)
    for c in range(C):
        lo, hi = max(0, c - size), min(C, c + size + 1)
        total[:, c] = (x[:, lo:hi] ** 2).sum(axis=1)
    return x / (k + alpha / size * total) ** beta
# %% wrong: upper end of the slice excluded: misses the last channel of each window (size >= 3)
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    out = np.empty(x.shape)
    for c in range(x.shape[1]):
        window = x[:, max(0, c - half):c + half + (size == 1)]
        out[:, c] = x[:, c] / (k + alpha / size * (window ** 2).sum(1)) ** beta
    return out
# %% wrong: no max(0, ...): negative start makes the slice empty in the first channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    out = np.zeros(x.shape)
    for c in range(x.shape[1]):
        s = (x[:, c - half:c + half + 1] ** 2).sum(axis=1)
        out[:, c] = x[:, c] / (k + alpha / size * s) ** beta
    return out
# %% wrong: divides by the number of channels that exist, not by size (edge channels)
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half, C = size // 2, x.shape[1]
    out = np.zeros(x.shape)
    for c in range(C):
        part = x[:, max(0, c - half):min(C, c + half + 1)]
        out[:, c] = x[:, c] / (k + alpha * (part ** 2).mean(axis=1)) ** beta
    return out
# %% wrong: alpha as in the paper, not divided by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    h = size // 2
    sq = np.pad(x ** 2, ((0, 0), (h, h), (0, 0), (0, 0)))
    s = sum(sq[:, i:i + x.shape[1]] for i in range(size))
    return x / (k + alpha * s) ** beta
# %% wrong: neighbourhood in space (rows, axis 2), not in channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    p = size // 2
    sq = np.pad(x ** 2, ((0, 0), (0, 0), (p, p), (0, 0)))
    s = sum(sq[:, :, i:i + x.shape[2]] for i in range(size))
    return x / (k + alpha / size * s) ** beta
# %% wrong: in place, so later channels see squares of already normalised ones; x is changed
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    p = size // 2
    for c in range(x.shape[1]):
        s = np.sum(x[:, max(c - p, 0):c + p + 1] ** 2, axis=1)
        x[:, c] /= (k + alpha / size * s) ** beta
    return x
# %% wrong: k stands outside of the power
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    p = size // 2
    sq = np.pad(x ** 2, ((0, 0), (p, p), (0, 0), (0, 0)))
    s = sum(sq[:, i:i + x.shape[1]] for i in range(size))
    return x / (k + (alpha / size * s) ** beta)
# %% right: cumulative sum over padded channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    p = size // 2
    sq = np.pad(x.astype(float) ** 2, ((0, 0), (p + 1, p), (0, 0), (0, 0)))
    c = np.cumsum(sq, axis=1)
    return x / (k + alpha / size * (c[:, size:] - c[:, :-size])) ** beta
# %% right: band matrix and einsum
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    i = np.arange(x.shape[1])
    band = (abs(i[:, None] - i) <= size // 2).astype(float)
    return x * (k + alpha / size * np.einsum("dc,nchw->ndhw", band, x ** 2)) ** -beta
