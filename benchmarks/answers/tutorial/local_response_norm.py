# %% wrong: the squares are not padded, so the shifted views have fewer channels than x: raises ValueError for a size above 1 (unless one channel is left, which broadcasts); right for size 1
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    squares = x**2
    count = x.shape[1] - size + 1
    total = sum(squares[:, shift:shift + count] for shift in range(size))
    return x / (k + alpha / size * total) ** beta
# %% wrong: alpha is divided by the number of channels that exist in the neighbourhood (a mean), not by size, so the first and last channels are divided by too much; right in the middle and for size 1
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half, y = size // 2, np.zeros(x.shape)
    for c in range(x.shape[1]):
        near = x[:, max(0, c - half):c + half + 1]
        y[:, c] = x[:, c] / (k + alpha * np.mean(near**2, axis=1)) ** beta
    return y
# %% wrong: channels beyond the end are taken from the other end (np.roll) instead of counting as 0; right in the middle and for size 1
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    total = np.zeros(x.shape)
    for shift in range(-(size // 2), size // 2 + 1):
        total += np.roll(x**2, shift, axis=1)
    return x * (k + alpha * total / size) ** -beta
# %% wrong: two mistakes: alpha is not divided by size, and the power beta is taken of the whole quotient, x included (nan for negative numbers)
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    margin = size // 2
    padded = np.pad(x * x, ((0, 0), (margin, margin), (0, 0), (0, 0)))
    total = np.zeros(x.shape)
    for i in range(size):
        total = total + padded[:, i:i + x.shape[1]]
    return (x / (k + alpha * total)) ** beta
# %% right: a band matrix over the channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    channel = np.arange(x.shape[1])
    band = (np.abs(channel[:, None] - channel) <= size // 2).astype(float)
    total = np.einsum("dc,nchw->ndhw", band, np.square(x))
    return x / np.power(k + alpha / size * total, beta)
