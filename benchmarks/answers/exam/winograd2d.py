# %% wrong: only whole tiles are computed, so the last row or column is 0 when the size is odd
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    kernels = KERNEL @ weight @ KERNEL.T
    y = np.zeros((len(weight), h - 2, w - 2))
    for i in range(0, h - 3, 2):
        for j in range(0, w - 3, 2):
            tile = TILE @ x[:, i:i + 4, j:j + 4] @ TILE.T
            y[:, i:i + 2, j:j + 2] = OUT @ (kernels * tile).sum(axis=1) @ OUT.T
    return y
# %% wrong: tiles begin every 4 pixels instead of every 2, so half of the outputs stay 0
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    x = np.pad(x, ((0, 0), (0, 4), (0, 4)))
    kernels = KERNEL @ weight @ KERNEL.T
    y = np.zeros((len(weight), h + 2, w + 2))
    for i in range(0, h - 2, 4):
        for j in range(0, w - 2, 4):
            tile = TILE @ x[:, i:i + 4, j:j + 4] @ TILE.T
            y[:, i:i + 2, j:j + 2] = OUT @ (kernels * tile).sum(axis=1) @ OUT.T
    return y[:, :h - 2, :w - 2]
# %% wrong: the result of each input channel overwrites the one before, so only the last channel counts
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c_in, h, w = x.shape
    x = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    y = np.zeros((len(weight), x.shape[1] - 2, x.shape[2] - 2))
    for f in range(len(weight)):
        for c in range(c_in):
            kernel = KERNEL @ weight[f, c] @ KERNEL.T
            for i in range(0, y.shape[1], 2):
                for j in range(0, y.shape[2], 2):
                    tile = TILE @ x[c, i:i + 4, j:j + 4] @ TILE.T
                    y[f, i:i + 2, j:j + 2] = OUT @ (kernel * tile) @ OUT.T
    return y[:, :h - 2, :w - 2]
# %% wrong: the second KERNEL is not transposed (ValueError)
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    x = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    kernels = KERNEL @ weight @ KERNEL
    y = np.zeros((len(weight), x.shape[1] - 2, x.shape[2] - 2))
    for i in range(0, y.shape[1], 2):
        for j in range(0, y.shape[2], 2):
            tile = TILE @ x[:, i:i + 4, j:j + 4] @ TILE.T
            y[:, i:i + 2, j:j + 2] = OUT @ (kernels * tile).sum(axis=1) @ OUT.T
    return y[:, :h - 2, :w - 2]
# %% wrong: the missing row and column are padded in front instead of at the end, so odd sizes are shifted
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    x = np.pad(x, ((0, 0), (h % 2, 0), (w % 2, 0)))
    kernels = KERNEL @ weight @ KERNEL.T
    y = np.zeros((len(weight), x.shape[1] - 2, x.shape[2] - 2))
    for i in range(0, y.shape[1], 2):
        for j in range(0, y.shape[2], 2):
            tile = TILE @ x[:, i:i + 4, j:j + 4] @ TILE.T
            y[:, i:i + 2, j:j + 2] = OUT @ (kernels * tile).sum(axis=1) @ OUT.T
    return y[:, :h - 2, :w - 2]
# %% right: all tiles at once as a strided view, einsum over the channels
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    _, h, w = x.shape
    padded = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    tiles = np.lib.stride_tricks.sliding_window_view(padded, (4, 4), axis=(1, 2))[:, ::2, ::2]
    tiles = TILE @ tiles @ TILE.T
    products = np.einsum("fcuv,cijuv->fijuv", KERNEL @ weight @ KERNEL.T, tiles)
    y = OUT @ products @ OUT.T
    f, down, across = y.shape[:3]
    y = y.transpose(0, 1, 3, 2, 4).reshape(f, 2 * down, 2 * across)
    return y[:, : h - 2, : w - 2]
