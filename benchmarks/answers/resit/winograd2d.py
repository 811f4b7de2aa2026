# %% wrong: the tiles begin every 4 pixels instead of every 2, so tiles do not overlap and outputs between them stay 0
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    kernels = KERNEL @ weight @ KERNEL.T
    padded = np.pad(x, ((0, 0), (0, 4), (0, 4)))
    y = np.zeros((len(weight), h + 2, w + 2))
    for i in range(0, h - 2, 4):
        for j in range(0, w - 2, 4):
            tile = TILE @ padded[:, i:i + 4, j:j + 4] @ TILE.T
            y[:, i:i + 2, j:j + 2] = OUT @ (kernels * tile).sum(axis=1) @ OUT.T
    return y[:, :h - 2, :w - 2]
# %% wrong: only whole tiles are computed: where height or width is odd, the last row or column of the answer stays 0
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    kernels = KERNEL @ weight @ KERNEL.T
    y = np.zeros((weight.shape[0], h - 2, w - 2))
    for i in range(0, h - 3, 2):
        for j in range(0, w - 3, 2):
            tile = TILE @ x[:, i:i + 4, j:j + 4] @ TILE.T
            y[:, i:i + 2, j:j + 2] = OUT @ np.einsum("ocab,cab->oab", kernels, tile) @ OUT.T
    return y
# %% wrong: the channels are not added up: each one overwrites the products of the one before, so only the last channel counts
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    channels, height, width = x.shape
    down, across = (height - 1) // 2, (width - 1) // 2
    x = np.pad(x, ((0, 0), (0, 2 * down + 2 - height), (0, 2 * across + 2 - width)))
    y = np.zeros((len(weight), 2 * down, 2 * across))
    for f in range(len(weight)):
        for i in range(down):
            for j in range(across):
                for c in range(channels):
                    tile = x[c, 2 * i:2 * i + 4, 2 * j:2 * j + 4]
                    products = (TILE @ tile @ TILE.T) * (KERNEL @ weight[f, c] @ KERNEL.T)
                y[f, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = OUT @ products @ OUT.T
    return y[:, :height - 2, :width - 2]
# %% wrong: the kernels are transformed with KERNEL @ weight @ KERNEL, without the transpose, which ends in a ValueError
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    h, w = x.shape[1:]
    x = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    kernels = KERNEL @ weight @ KERNEL
    y = np.zeros((len(weight), x.shape[1] - 2, x.shape[2] - 2))
    for i in range(0, y.shape[1], 2):
        for j in range(0, y.shape[2], 2):
            tile = TILE @ x[:, i:i + 4, j:j + 4] @ TILE.T
            y[:, i:i + 2, j:j + 2] = OUT @ (kernels * tile).sum(axis=1) @ OUT.T
    return y[:, :h - 2, :w - 2]
# %% right: all tiles at once with einsum
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    h, w = x.shape[1:]
    padded = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    tiles = np.lib.stride_tricks.sliding_window_view(padded, (4, 4), axis=(1, 2))[:, ::2, ::2]
    tiles = np.einsum("ap,cijpq,bq->ijcab", TILE, tiles, TILE)
    kernels = np.einsum("ap,ocpq,bq->ocab", KERNEL, weight, KERNEL)
    products = np.einsum("ijcab,ocab->oijab", tiles, kernels)
    blocks = np.einsum("ra,oijab,sb->oirjs", OUT, products, OUT)
    return blocks.reshape(len(weight), padded.shape[1] - 2, padded.shape[2] - 2)[:, :h - 2, :w - 2]
