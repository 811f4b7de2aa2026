# %% wrong: the number of tiles is rounded down, (H - 2) // 2 and (W - 2) // 2, so with an odd height or width the last row or column of the output stays 0
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    _, H, W = x.shape
    kernels = KERNEL @ weight @ KERNEL.T
    y = np.zeros((len(weight), H - 2, W - 2))
    for i in range((H - 2) // 2):
        for j in range((W - 2) // 2):
            tile = TILE @ x[:, 2 * i:2 * i + 4, 2 * j:2 * j + 4] @ TILE.T
            y[:, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = OUT @ (kernels * tile).sum(axis=1) @ OUT.T
    return y
# %% wrong: the channels are not summed: each input channel overwrites the one before (= in place of +=), so only the last one counts
def winograd2d(x, weight):
    BT = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]], float)
    G = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    AT = np.array([[1, 1, 1, 0], [0, 1, -1, -1]], float)
    c_in, h, w = x.shape
    c_out = weight.shape[0]
    th, tw = -(-(h - 2) // 2), -(-(w - 2) // 2)
    xp = np.zeros((c_in, 2 * th + 2, 2 * tw + 2))
    xp[:, :h, :w] = x
    y = np.zeros((c_out, 2 * th, 2 * tw))
    for f in range(c_out):
        for c in range(c_in):
            u = G @ weight[f, c] @ G.T
            for i in range(0, 2 * th, 2):
                for j in range(0, 2 * tw, 2):
                    v = BT @ xp[c, i:i + 4, j:j + 4] @ BT.T
                    y[f, i:i + 2, j:j + 2] = AT @ (u * v) @ AT.T
    return y[:, :h - 2, :w - 2]
# %% wrong: the output is not cut at the end, so with an odd height or width it has a row or column too many, from the zeros of the padding
def winograd2d(x, weight):
    T = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    O = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    x = np.pad(x, ((0, 0), (0, x.shape[1] % 2), (0, x.shape[2] % 2)))
    tiles = np.lib.stride_tricks.sliding_window_view(x, (4, 4), axis=(1, 2))[:, ::2, ::2]
    products = np.einsum("cijuv,fcuv->fijuv", T @ tiles @ T.T, K @ weight @ K.T)
    y = O @ products @ O.T
    f, rows, cols = y.shape[:3]
    return y.transpose(0, 1, 3, 2, 4).reshape(f, 2 * rows, 2 * cols)
# %% wrong: the tile is transformed with TILE.T @ tile @ TILE, where TILE @ tile @ TILE.T is right (TILE is the transposed matrix already)
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    C, H, W = x.shape
    down, across = (H - 1) // 2, (W - 1) // 2
    padded = np.pad(x, ((0, 0), (0, 2 * down + 2 - H), (0, 2 * across + 2 - W)))
    U = KERNEL @ weight @ KERNEL.T
    result = np.zeros((weight.shape[0], 2 * down, 2 * across))
    for i in range(down):
        for j in range(across):
            d = padded[:, 2 * i:2 * i + 4, 2 * j:2 * j + 4]
            V = TILE.T @ d @ TILE
            M = np.sum(U * V[None], axis=1)
            result[:, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = OUT @ M @ OUT.T
    return result[:, :H - 2, :W - 2]
# %% right: sixteen matrix products over the channels, 1-D transforms along each axis
def winograd2d(x, weight):
    tile = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    kernel = np.array([[2.0, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 2]]) / 2
    out = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    F, C = weight.shape[:2]
    H, W = x.shape[1] - 2, x.shape[2] - 2
    rows, cols = math.ceil(H / 2), math.ceil(W / 2)
    padded = np.zeros((C, 2 * rows + 2, 2 * cols + 2))
    padded[:, :H + 2, :W + 2] = x
    at_rows = 2 * np.arange(rows)[:, None] + np.arange(4)
    at_cols = 2 * np.arange(cols)[:, None] + np.arange(4)
    cut = padded[:, at_rows[:, :, None, None], at_cols]          # C, rows, 4, cols, 4
    v = np.einsum("au,bv,ciujv->abcij", tile, tile, cut, optimize=True).reshape(4, 4, C, -1)
    u = np.einsum("au,bv,fcuv->abfc", kernel, kernel, weight, optimize=True)
    m = (u @ v).reshape(4, 4, F, rows, cols)
    y = np.einsum("pa,qb,abfij->fipjq", out, out, m, optimize=True).reshape(F, 2 * rows, 2 * cols)
    return y[:, :H, :W]
