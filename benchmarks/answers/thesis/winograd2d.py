# %% wrong: odd numbers of outputs: only whole tiles of the image are used, so the last row or column of outputs stays 0 if height or width is odd
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    y = np.zeros((len(weight), h - 2, w - 2))
    U = G @ weight @ G.T
    for i in range(0, h - 3, 2):
        for j in range(0, w - 3, 2):
            V = B @ x[:, i:i + 4, j:j + 4] @ B.T
            y[:, i:i + 2, j:j + 2] = A @ (U * V).sum(axis=1) @ A.T
    return y
# %% wrong: the channels are not added up over all: only the last input channel counts (= in the loop over channels); right for one channel
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    C_out, C_in = weight.shape[:2]
    H, W = x.shape[1] - 2, x.shape[2] - 2
    padded = np.pad(x, ((0, 0), (0, H % 2), (0, W % 2)))
    result = np.zeros((C_out, H + H % 2, W + W % 2))
    for o in range(C_out):
        for c in range(C_in):
            k = KERNEL @ weight[o, c] @ KERNEL.T
            for i in range(0, H, 2):
                for j in range(0, W, 2):
                    t = TILE @ padded[c, i:i+4, j:j+4] @ TILE.T
                    result[o, i:i+2, j:j+2] = OUT @ (k * t) @ OUT.T
    return result[:, :H, :W]
# %% wrong: the tile is transformed by TILE @ tile @ TILE instead of TILE @ tile @ TILE.T (the second one is not transposed): wrong numbers for nearly all inputs
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    h, w = x.shape[1] - 2, x.shape[2] - 2
    rows, cols = (h + 1) // 2, (w + 1) // 2
    big = np.zeros((len(x), 2 * rows + 2, 2 * cols + 2))
    big[:, :h + 2, :w + 2] = x
    kernels = KERNEL @ weight @ KERNEL.T
    y = np.zeros((len(weight), 2 * rows, 2 * cols))
    for r in range(rows):
        for s in range(cols):
            tile = big[:, 2 * r:2 * r + 4, 2 * s:2 * s + 4]
            d = TILE @ tile @ TILE
            m = np.einsum("ocij,cij->oij", kernels, d)
            y[:, 2 * r:2 * r + 2, 2 * s:2 * s + 2] = OUT @ m @ OUT.T
    return y[:, :h, :w]
# %% wrong: two mistakes: each kernel is turned by 180 degrees first, and the output is not cut to H - 2 and W - 2 if these are odd (one row or column too many)
def winograd2d(x, weight):
    bt = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    g = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    at = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    _, h, w = x.shape
    x = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    kernels = g @ weight[:, :, ::-1, ::-1] @ g.T
    out = np.zeros((weight.shape[0], x.shape[1] - 2, x.shape[2] - 2))
    for i in range(0, out.shape[1], 2):
        for j in range(0, out.shape[2], 2):
            d = bt @ x[:, i:i + 4, j:j + 4] @ bt.T
            out[:, i:i + 2, j:j + 2] = at @ np.sum(kernels * d, axis=1) @ at.T
    return out
# %% right: all tiles at once by a window view, one einsum for the products, tiles put together by a reshape
def winograd2d(x, weight):
    tile = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    kern = np.array([[2.0, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 2]]) / 2
    out = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    high, wide = x.shape[1] - 2, x.shape[2] - 2
    whole = np.pad(np.asarray(x, float), ((0, 0), (0, high % 2), (0, wide % 2)))
    d = np.lib.stride_tricks.sliding_window_view(whole, (4, 4), axis=(1, 2))[:, ::2, ::2]
    v = np.einsum("ai,crsij,bj->crsab", tile, d, tile)
    u = np.einsum("ai,ocij,bj->ocab", kern, weight, kern)
    m = np.einsum("ocab,crsab->orsab", u, v)
    y = np.einsum("pa,orsab,qb->orpsq", out, m, out)
    return y.reshape(len(weight), 2 * d.shape[1], 2 * d.shape[2])[:, :high, :wide]
