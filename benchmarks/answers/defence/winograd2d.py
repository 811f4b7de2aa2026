# %% wrong: the number of tiles is rounded down, so with an odd number of outputs the last row or column stays 0
def winograd2d(x, weight):
    T = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    O = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    U = K @ weight @ K.T
    C, H, W = x.shape
    y = np.zeros((len(weight), H - 2, W - 2))
    for i in range((H - 2) // 2):
        for j in range((W - 2) // 2):
            V = T @ x[:, 2 * i:2 * i + 4, 2 * j:2 * j + 4] @ T.T
            y[:, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = O @ (U * V).sum(axis=1) @ O.T
    return y
# %% wrong: the output is not cut after padding, so with odd height or width it has a row or column too many
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    x = np.pad(x, ((0, 0), (0, x.shape[1] % 2), (0, x.shape[2] % 2)))
    kernels = KERNEL @ weight @ KERNEL.T
    tiles = np.lib.stride_tricks.sliding_window_view(x, (4, 4), axis=(1, 2))[:, ::2, ::2]
    tiles = TILE @ tiles @ TILE.T
    m = np.einsum("fcuv,cijuv->fijuv", kernels, tiles)
    y = OUT @ m @ OUT.T
    f, a, b = y.shape[:3]
    return y.transpose(0, 1, 3, 2, 4).reshape(f, 2 * a, 2 * b)
# %% wrong: the kernels are transposed (rows and columns swapped) before their transform
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    _, H, W = x.shape
    kernels = KERNEL @ np.swapaxes(weight, 2, 3) @ KERNEL.T
    x = np.pad(x, ((0, 0), (0, H % 2), (0, W % 2)))
    y = np.zeros((len(weight), x.shape[1] - 2, x.shape[2] - 2))
    for r in range(0, y.shape[1], 2):
        for c in range(0, y.shape[2], 2):
            tile = TILE @ x[:, r:r + 4, c:c + 4] @ TILE.T
            y[:, r:r + 2, c:c + 2] = OUT @ (kernels * tile).sum(axis=1) @ OUT.T
    return y[:, :H - 2, :W - 2]
# %% wrong: the tiles begin every 4 pixels instead of every 2, so outputs between the tiles stay 0
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c_in, h, w = x.shape
    x = np.pad(x, ((0, 0), (0, -h % 4), (0, -w % 4)))
    out = np.zeros((weight.shape[0], x.shape[1], x.shape[2]))
    g = G @ weight @ G.T
    for i in range(0, x.shape[1], 4):
        for j in range(0, x.shape[2], 4):
            d = B @ x[:, i:i + 4, j:j + 4] @ B.T
            out[:, i:i + 2, j:j + 2] = A @ np.einsum("fcuv,cuv->fuv", g, d) @ A.T
    return out[:, :h - 2, :w - 2]
# %% right: all tiles at once by index arrays, one einsum for each transform
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[2.0, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 2]]) / 2
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    _, h, w = x.shape
    down, across = (h - 1) // 2, (w - 1) // 2
    x = np.pad(x, ((0, 0), (0, 2 * down + 2 - h), (0, 2 * across + 2 - w)))
    r = 2 * np.arange(down)[:, None] + np.arange(4)
    q = 2 * np.arange(across)[:, None] + np.arange(4)
    tiles = x[:, r[:, :, None, None], q[None, None]]          # c, i, u, j, v
    data = np.einsum("au,bv,ciujv->cijab", B, B, tiles, optimize=True)
    kern = np.einsum("au,bv,fcuv->fcab", G, G, weight, optimize=True)
    y = np.einsum("pa,qb,fijab->fipjq", A, A, np.einsum("fcab,cijab->fijab", kern, data), optimize=True)
    return y.reshape(len(weight), 2 * down, 2 * across)[:, :h - 2, :w - 2]
