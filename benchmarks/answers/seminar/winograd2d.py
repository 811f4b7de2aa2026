# %% wrong: rounds the number of tiles down, so with an odd height or width the last row or column of outputs stays 0
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    C, H, W = x.shape
    F = len(weight)
    U = G @ weight @ G.T
    y = np.zeros((F, H - 2, W - 2))
    for i in range(0, (H - 2) // 2):
        for j in range(0, (W - 2) // 2):
            V = B @ x[:, 2 * i:2 * i + 4, 2 * j:2 * j + 4] @ B.T
            M = (U * V).sum(axis=1)
            y[:, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = A @ M @ A.T
    return y
# %% wrong: the kernels are turned by 180 degrees (a true convolution)
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    h, w = x.shape[1] - 2, x.shape[2] - 2
    padded = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    kernels = KERNEL @ weight[:, :, ::-1, ::-1] @ KERNEL.T
    out = np.zeros((weight.shape[0], h + h % 2, w + w % 2))
    for r in range(0, h, 2):
        for c in range(0, w, 2):
            t = TILE @ padded[:, r:r + 4, c:c + 4] @ TILE.T
            m = np.einsum("fcij,cij->fij", kernels, t)
            out[:, r:r + 2, c:c + 2] = OUT @ m @ OUT.T
    return out[:, :h, :w]
# %% wrong: = instead of += over the input channels, so only the last channel counts; right with one channel
def winograd2d(x, weight):
    bt = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]], dtype=float)
    g = np.array([[2, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 2]]) / 2
    at = np.array([[1, 1, 1, 0], [0, 1, -1, -1]], dtype=float)
    channels, height, width = x.shape
    filters = weight.shape[0]
    tiles_down, tiles_across = (height - 1) // 2, (width - 1) // 2
    xx = np.zeros((channels, 2 * tiles_down + 2, 2 * tiles_across + 2))
    xx[:, :height, :width] = x
    result = np.zeros((filters, 2 * tiles_down, 2 * tiles_across))
    for f in range(filters):
        for i in range(tiles_down):
            for j in range(tiles_across):
                m = np.zeros((4, 4))
                for c in range(channels):
                    tile = xx[c, 2 * i:2 * i + 4, 2 * j:2 * j + 4]
                    m = (g @ weight[f, c] @ g.T) * (bt @ tile @ bt.T)
                result[f, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = at @ m @ at.T
    return result[:, :height - 2, :width - 2]
# %% wrong: two mistakes: the tile is multiplied by TILE on the right instead of TILE.T, and the loop over the tiles across ends one tile early so the last columns stay 0
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    rows, cols = x.shape[1] - 2, x.shape[2] - 2
    big = np.pad(x, ((0, 0), (0, rows % 2), (0, cols % 2)))
    w = KERNEL @ weight @ KERNEL.T
    y = np.zeros((len(weight), rows + rows % 2, cols + cols % 2))
    for i in range(0, rows, 2):
        for j in range(0, cols - 2, 2):
            d = TILE @ big[:, i:i + 4, j:j + 4] @ TILE
            y[:, i:i + 2, j:j + 2] = OUT @ (w * d[None]).sum(axis=1) @ OUT.T
    return y[:, :rows, :cols]
# %% right: all tiles at once with einsum
def winograd2d(x, weight):
    to_tile = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    to_kernel = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    to_out = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    _, height, width = x.shape
    even = np.pad(x, ((0, 0), (0, height % 2), (0, width % 2)))
    tiles = np.lib.stride_tricks.sliding_window_view(even, (4, 4), axis=(1, 2))[:, ::2, ::2]
    pixels = np.einsum("ap,cijpq,bq->cijab", to_tile, tiles, to_tile)
    kernels = np.einsum("ap,fcpq,bq->fcab", to_kernel, weight, to_kernel)
    products = np.einsum("fcab,cijab->fijab", kernels, pixels)
    blocks = np.einsum("ra,fijab,sb->firjs", to_out, products, to_out)
    filters, down, _, across, _ = blocks.shape
    return blocks.reshape(filters, 2 * down, 2 * across)[:, :height - 2, :width - 2]
