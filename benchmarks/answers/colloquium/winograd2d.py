# %% wrong: only whole tiles are computed, so with an odd height or width the last output row or column stays 0
def winograd2d(x, weight):
    T = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    O = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    U = K @ weight @ K.T
    h, w = x.shape[1] - 2, x.shape[2] - 2
    y = np.zeros((len(weight), h, w))
    for i in range(0, h - 1, 2):
        for j in range(0, w - 1, 2):
            V = T @ x[:, i:i + 4, j:j + 4] @ T.T
            y[:, i:i + 2, j:j + 2] = O @ (U * V).sum(axis=1) @ O.T
    return y
# %% wrong: the tile is transformed by TILE.T @ tile @ TILE instead of TILE @ tile @ TILE.T
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    C, H, W = x.shape
    x = np.pad(x, ((0, 0), (0, H % 2), (0, W % 2)))
    kernels = KERNEL @ weight @ KERNEL.T
    out = np.zeros((len(weight), x.shape[1] - 2, x.shape[2] - 2))
    for i in range(0, out.shape[1], 2):
        for j in range(0, out.shape[2], 2):
            tile = TILE.T @ x[:, i:i + 4, j:j + 4] @ TILE
            out[:, i:i + 2, j:j + 2] = OUT @ np.sum(kernels * tile, axis=1) @ OUT.T
    return out[:, :H - 2, :W - 2]
# %% wrong: within each 2×2 block of outputs rows and columns are swapped, the block lies transposed
def winograd2d(x, weight):
    bt = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    g = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    at = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    _, h, w = x.shape
    padded = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    tiles = np.lib.stride_tricks.sliding_window_view(padded, (4, 4), axis=(1, 2))[:, ::2, ::2]
    v = np.einsum("pi,crsij,qj->crspq", bt, tiles, bt)
    u = np.einsum("pi,fcij,qj->fcpq", g, weight, g)
    m = np.einsum("fcpq,crspq->frspq", u, v)
    y = np.einsum("ap,frspq,bq->frbsa", at, m, at)
    f, r, _, s, _ = y.shape
    return y.reshape(f, 2 * r, 2 * s)[:, :h - 2, :w - 2]
# %% wrong: the zeros for odd sizes are put before the first row and column instead of behind the last, so odd sizes give shifted outputs
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c_in, height, width = x.shape
    x = np.pad(x, ((0, 0), (height % 2, 0), (width % 2, 0)))
    k = KERNEL @ weight @ KERNEL.T
    blocks = [[OUT @ (k * (TILE @ x[:, i:i + 4, j:j + 4] @ TILE.T)).sum(1) @ OUT.T
               for j in range(0, x.shape[2] - 2, 2)] for i in range(0, x.shape[1] - 2, 2)]
    return np.concatenate([np.concatenate(row, axis=2) for row in blocks], axis=1)[:, :height - 2, :width - 2]
# %% right: Kronecker products, every tile one column of 16 numbers
def winograd2d(x, weight):
    T = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    O = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    TT, KK, OO = np.kron(T, T), np.kron(K, K), np.kron(O, O)
    c, h, w = x.shape
    f = len(weight)
    down, across = (h - 1) // 2, (w - 1) // 2
    big = np.zeros((c, 2 * down + 2, 2 * across + 2))
    big[:, :h, :w] = x
    kernels = weight.reshape(f, c, 9) @ KK.T
    y = np.zeros((f, 2 * down, 2 * across))
    for a, b in np.ndindex(down, across):
        tile = big[:, 2 * a:2 * a + 4, 2 * b:2 * b + 4].reshape(c, 16) @ TT.T
        y[:, 2 * a:2 * a + 2, 2 * b:2 * b + 2] = ((kernels * tile).sum(1) @ OO.T).reshape(f, 2, 2)
    return y[:, :h - 2, :w - 2]
