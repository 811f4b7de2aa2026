# %% wrong: at the first and last channels alpha is divided by the number of channels that are there, not by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out = np.zeros(x.shape)
    half = size // 2
    for c in range(x.shape[1]):
        near = x[:, max(0, c - half):c + half + 1]
        out[:, c] = x[:, c] / (k + alpha * (near ** 2).mean(axis=1)) ** beta
    return out
# %% wrong: the window ends one channel too early, at c + size // 2 - 1
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out = np.zeros(x.shape)
    half = size // 2
    for c in range(x.shape[1]):
        total = (x[:, max(0, c - half):c + half] ** 2).sum(axis=1)
        out[:, c] = x[:, c] / (k + alpha / size * total) ** beta
    return out
# %% wrong: alpha is not divided by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    padded = np.pad(x ** 2, ((0, 0), (half, half), (0, 0), (0, 0)))
    total = sum(padded[:, i:i + x.shape[1]] for i in range(size))
    return x / (k + alpha * total) ** beta
# %% right: by differences of cumulative sums
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half, channels = size // 2, x.shape[1]
    squares = np.pad(np.asarray(x, float) ** 2, ((0, 0), (half + 1, half), (0, 0), (0, 0)))
    sums = np.cumsum(squares, axis=1)
    total = sums[:, size:size + channels] - sums[:, :channels]
    return x * (k + alpha * total / size) ** -beta
