# %% wrong: two mistakes: alpha is not divided by size, and k is not used: it is always 1
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    squares = np.pad(x**2, ((0, 0), (half, half), (0, 0), (0, 0)))
    total = sum(squares[:, shift:shift + x.shape[1]] for shift in range(size))
    return x / (1 + alpha * total) ** beta
# %% wrong: at the first and last channels alpha is divided by the number of channels that exist, not by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    channels = x.shape[1]
    y = np.empty(x.shape)
    for c in range(channels):
        near = x[:, max(0, c - size // 2):min(channels, c + size // 2 + 1)]
        y[:, c] = x[:, c] / (k + alpha * np.mean(near**2, axis=1)) ** beta
    return y
# %% wrong: np.roll takes the channels for a ring, so the first channels have the last ones as neighbours
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    total = np.zeros(x.shape)
    for shift in range(-(size // 2), size // 2 + 1):
        total += np.roll(x**2, shift, axis=1)
    return x / (k + alpha / size * total) ** beta
# %% wrong: the window reaches `size` channels to either side instead of size // 2
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    answer = np.zeros_like(x, dtype=float)
    for c in range(x.shape[1]):
        first, last = max(c - size, 0), c + size
        total = (x[:, first:last + 1] ** 2).sum(axis=1)
        answer[:, c] = x[:, c] * (k + alpha / size * total) ** -beta
    return answer
# %% right: a matrix with a band of ones
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    place = np.arange(x.shape[1])
    band = np.abs(place[:, None] - place) <= size // 2
    total = np.einsum("dc,nchw->ndhw", band.astype(float), np.square(x))
    return x * np.exp(-beta * np.log(k + alpha * total / size))
