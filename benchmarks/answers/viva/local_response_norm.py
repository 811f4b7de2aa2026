# %% wrong: the slice of neighbours begins at c - size // 2 even where that is negative, so for the first channels it counts from the end and is mostly empty
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    y = np.zeros(x.shape)
    for c in range(x.shape[1]):
        total = (x[:, c - half:c + half + 1] ** 2).sum(axis=1)
        y[:, c] = x[:, c] / (k + alpha / size * total) ** beta
    return y
# %% wrong: alpha is divided by the number of channels that are really there, so the first and last channels, where the window reaches beyond the border, are divided by too much
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out = np.empty(x.shape, float)
    C, half = x.shape[1], size // 2
    for c in range(C):
        window = x[:, max(0, c - half) : min(C, c + half + 1)]
        out[:, c] = x[:, c] / (k + alpha * np.mean(window**2, axis=1)) ** beta
    return out
# %% wrong: k stands outside the power: k + (alpha / size * sum) ** beta
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    squares = np.pad(x**2, ((0, 0), (half, half), (0, 0), (0, 0)))
    total = sum(squares[:, s:s + x.shape[1]] for s in range(size))
    return x / (k + (alpha / size * total) ** beta)
# %% wrong: two mistakes: alpha is not divided by size, and the neighbours are taken in a circle (np.roll), so beyond the last channel comes the first instead of 0
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    squared = np.square(x)
    total = np.zeros_like(squared)
    for shift in range(-(size // 2), size // 2 + 1):
        total = total + np.roll(squared, shift, axis=1)
    return x / np.power(k + alpha * total, beta)
# %% right: a band matrix over the channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    numbers = np.arange(x.shape[1])
    near = np.abs(np.subtract.outer(numbers, numbers)) <= size // 2
    totals = np.einsum("cd,ndhw->nchw", near.astype(float), x * x)
    return x * (k + alpha / size * totals) ** -beta
