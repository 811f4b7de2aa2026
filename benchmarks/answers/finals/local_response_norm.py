# %% wrong: size channels on either side instead of size // 2
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out = np.empty(x.shape)
    C = x.shape[1]
    for c in range(C):
        lo, hi = max(0, c - size), min(C, c + size + 1)
        total = (x[:, lo:hi] ** 2).sum(axis=1)
        out[:, c] = x[:, c] / (k + alpha / size * total) ** beta
    return out
# %% wrong: at the first and last channels alpha is divided by how many channels there are
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    channels = x.shape[1]
    half = size // 2
    maps = []
    for c in range(channels):
        near = x[:, max(c - half, 0):c + half + 1]
        maps.append(x[:, c] / (k + alpha * np.mean(near ** 2, axis=1)) ** beta)
    return np.stack(maps, axis=1)
# %% wrong: alpha is not divided by size, as in the paper
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    sq = np.pad(x ** 2, ((0, 0), (size // 2, size // 2), (0, 0), (0, 0)))
    s = np.zeros(x.shape)
    for d in range(size):
        s += sq[:, d:d + x.shape[1]]
    return x / np.power(k + alpha * s, beta)
# %% wrong: a square of pixels in the same channel, not neighbouring channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    r = size // 2
    sq = np.pad(x * x, ((0, 0), (0, 0), (r, r), (r, r)))
    view = np.lib.stride_tricks.sliding_window_view(sq, (size, size), axis=(2, 3))
    return x * (k + alpha / size * view.sum(axis=(4, 5))) ** -beta
# %% wrong: the sum is not squared numbers but the square of the sum
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    r = size // 2
    p = np.pad(x, ((0, 0), (r, r), (0, 0), (0, 0)))
    total = sum(p[:, i:i + x.shape[1]] for i in range(size)) ** 2
    return x / (k + alpha / size * total) ** beta
# %% right: a band matrix over the channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    number = np.arange(x.shape[1])
    band = (np.abs(number[:, None] - number) <= size // 2).astype(float)
    total = np.einsum("dc,nchw->ndhw", band, np.square(x))
    return x * np.exp(-beta * np.log(k + alpha * total / size))
