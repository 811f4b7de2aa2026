# %% wrong: only whole tiles are computed: where the number of output rows or columns is odd, the last one stays 0
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    height, width = x.shape[1] - 2, x.shape[2] - 2
    kernels = G @ weight @ G.T
    output = np.zeros((len(weight), height, width))
    for i in range(height // 2):
        for j in range(width // 2):
            tile = B @ x[:, 2 * i : 2 * i + 4, 2 * j : 2 * j + 4] @ B.T
            output[:, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2] = A @ (kernels * tile).sum(axis=1) @ A.T
    return output
# %% wrong: the tile's transform is TILE @ tile @ TILE instead of TILE @ tile @ TILE.T (transpose forgotten on the right)
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    h, w = x.shape[1] - 2, x.shape[2] - 2
    down, across = (h + 1) // 2, (w + 1) // 2
    padded = np.pad(x, ((0, 0), (0, 2 * down - h), (0, 2 * across - w)))
    tiles = np.lib.stride_tricks.sliding_window_view(padded, (4, 4), axis=(1, 2))[:, ::2, ::2]
    transformed = TILE @ tiles @ TILE
    kernels = KERNEL @ weight @ KERNEL.T
    products = np.einsum("fcuv,cijuv->fijuv", kernels, transformed)
    y = OUT @ products @ OUT.T
    return y.transpose(0, 1, 3, 2, 4).reshape(len(weight), 2 * down, 2 * across)[:, :h, :w]
# %% wrong: kernels and tiles are each summed over the input channels before they are multiplied, instead of the products after it
def winograd2d(x, weight):
    bt = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    g = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    at = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    rows, columns = h - 2, w - 2
    x = np.pad(x, ((0, 0), (0, rows % 2), (0, columns % 2)))
    filters = (g @ weight @ g.T).sum(axis=1)
    out = np.zeros((weight.shape[0], rows + rows % 2, columns + columns % 2))
    for top in range(0, rows, 2):
        for left in range(0, columns, 2):
            tile = (bt @ x[:, top : top + 4, left : left + 4] @ bt.T).sum(axis=0)
            out[:, top : top + 2, left : left + 2] = at @ (filters * tile) @ at.T
    return out[:, :rows, :columns]
# %% wrong: the transformed kernel and the transformed tile are multiplied as matrices (@) instead of number by number (*)
def winograd2d(x, weight):
    T = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[2.0, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 2]]) / 2
    O = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    C, H, W = x.shape
    F = weight.shape[0]
    nh, nw = math.ceil((H - 2) / 2), math.ceil((W - 2) / 2)
    padded = np.zeros((C, 2 * nh + 2, 2 * nw + 2))
    padded[:, :H, :W] = x
    y = np.zeros((F, 2 * nh, 2 * nw))
    for f in range(F):
        for i in range(nh):
            for j in range(nw):
                acc = np.zeros((4, 4))
                for c in range(C):
                    d = padded[c, 2 * i : 2 * i + 4, 2 * j : 2 * j + 4]
                    acc += (K @ weight[f, c] @ K.T) @ (T @ d @ T.T)
                y[f, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2] = O @ acc @ O.T
    return y[:, : H - 2, : W - 2]
# %% right: the one-dimensional trick applied to rows and columns inside of two einsums over all tiles
def winograd2d(x, weight):
    tile = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    kernel = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    out = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    _, h, w = x.shape
    down, across = (h - 1) // 2, (w - 1) // 2
    i, j = 2 * np.arange(down), 2 * np.arange(across)
    room = np.pad(x, ((0, 0), (0, 2 * down + 2 - h), (0, 2 * across + 2 - w)))
    step = np.arange(4)
    tiles = room[:, (i[:, None] + step)[:, :, None, None], (j[:, None] + step)[None, None]]
    pixels = np.einsum("pu,ciujv,qv->cijpq", tile, tiles, tile)
    weights = np.einsum("pu,fcuv,qv->fcpq", kernel, weight, kernel)
    products = np.einsum("fcpq,cijpq->fijpq", weights, pixels)
    y = np.einsum("ap,fijpq,bq->fiajb", out, products, out)
    return y.reshape(len(weight), 2 * down, 2 * across)[:, : h - 2, : w - 2]
