# %% wrong: alpha is not divided by size; shows for size above 1
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    N, C, H, W = x.shape
    sq = np.pad(x**2, ((0, 0), (half, half), (0, 0), (0, 0)))
    total = 0
    for i in range(size):
        total = total + sq[:, i:i + C]
    return x / (k + alpha * total) ** beta

# %% wrong: np.roll, so the neighbours of the first channel are the last ones; shows at the first and last channels for size above 1
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    s = np.zeros_like(x)
    for shift in range(-(size // 2), size // 2 + 1):
        s += np.roll(x * x, shift, axis=1)
    return x / (k + alpha / size * s) ** beta

# %% wrong: the last channel of each window is left out (the end of a slice)
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    result = np.empty_like(x)
    for c in range(x.shape[1]):
        first = max(c - size // 2, 0)
        last = min(c + size // 2, x.shape[1])
        s = (x[:, first:last] ** 2).sum(axis=1)
        result[:, c] = x[:, c] / (k + alpha / size * s) ** beta
    return result

# %% wrong: two mistakes: absolute values are summed in place of squares, and at the first and last channels alpha is divided by the channels that are there, not by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    out = np.zeros(x.shape)
    for ch in range(x.shape[1]):
        window = x[:, max(0, ch - half):ch + half + 1]
        out[:, ch] = x[:, ch] / (k + alpha * np.abs(window).mean(axis=1)) ** beta
    return out

# %% right: a band matrix of ones sums the squares
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    place = np.arange(x.shape[1])
    near = np.abs(place[:, None] - place) <= size // 2
    energy = np.einsum("dc,nchw->ndhw", near.astype(x.dtype), x * x)
    return x * (k + alpha * energy / size) ** -beta
