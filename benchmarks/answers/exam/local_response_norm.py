# %% wrong: alpha is not divided by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half, c = size // 2, x.shape[1]
    squares = np.pad(x ** 2, ((0, 0), (half, half), (0, 0), (0, 0)))
    total = sum(squares[:, i:i + c] for i in range(size))
    return x / (k + alpha * total) ** beta
# %% wrong: a slice that starts at c - half, below 0 at the first channels, where it comes out empty
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    y = np.zeros(x.shape)
    for c in range(x.shape[1]):
        total = (x[:, c - half:c + half + 1] ** 2).sum(axis=1)
        y[:, c] = x[:, c] / (k + alpha / size * total) ** beta
    return y
# %% wrong: at the first and last channels alpha is divided by the number of channels that are there, not by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half, channels = size // 2, x.shape[1]
    y = np.empty(x.shape)
    for c in range(channels):
        near = x[:, max(0, c - half):min(channels, c + half + 1)]
        y[:, c] = x[:, c] / (k + alpha * (near ** 2).mean(axis=1)) ** beta
    return y
# %% wrong: np.roll, so the channels go round: the last one is a neighbour of the first
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    total = np.zeros(x.shape)
    for shift in range(-half, half + 1):
        total += np.roll(x, shift, axis=1) ** 2
    return x / (k + alpha / size * total) ** beta
# %% wrong: the power is taken of the sum only: k + (alpha / size · sum) ** beta
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half, c = size // 2, x.shape[1]
    squares = np.pad(x * x, ((0, 0), (half, half), (0, 0), (0, 0)))
    total = sum(squares[:, i:i + c] for i in range(size))
    return x / (k + (alpha / size * total) ** beta)
# %% wrong: channels are divided in place one after the other: the caller's x changes, and later sums read divided channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half, channels = size // 2, x.shape[1]
    for c in range(channels):
        near = x[:, max(0, c - half):c + half + 1]
        x[:, c] /= (k + alpha / size * (near ** 2).sum(axis=1)) ** beta
    return x
# %% right: cumulative sums of the padded squares
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half, channels = size // 2, x.shape[1]
    total = np.zeros(x.shape)
    for c in range(channels):
        for other in range(max(0, c - half), min(channels, c + half + 1)):
            total[:, c] += x[:, other] ** 2
    return x * (k + alpha * total / size) ** -beta
