# %% wrong: tiles begin every 4 pixels and do not overlap, most outputs stay 0
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    xp = np.pad(x, ((0, 0), (0, 4), (0, 4)))
    U = G @ weight @ G.T
    y = np.zeros((len(weight), h + 4, w + 4))
    for i in range(0, h - 2, 4):
        for j in range(0, w - 2, 4):
            V = B @ xp[:, i:i + 4, j:j + 4] @ B.T
            y[:, i:i + 2, j:j + 2] = A @ (U * V).sum(axis=1) @ A.T
    return y[:, :h - 2, :w - 2]
# %% wrong: odd sizes are not thought of, the last row or column of outputs stays 0
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    oh, ow = x.shape[1] - 2, x.shape[2] - 2
    y = np.zeros((weight.shape[0], oh, ow))
    for f in range(len(weight)):
        for i in range(oh // 2):
            for j in range(ow // 2):
                m = np.zeros((4, 4))
                for c in range(len(x)):
                    m += (G @ weight[f, c] @ G.T) * (B @ x[c, 2 * i:2 * i + 4, 2 * j:2 * j + 4] @ B.T)
                y[f, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = A @ m @ A.T
    return y
# %% wrong: the second factor is not transposed, TILE @ x @ TILE
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    _, h, w = x.shape
    xp = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    tiles = np.lib.stride_tricks.sliding_window_view(xp, (4, 4), axis=(1, 2))[:, ::2, ::2]
    V = B @ tiles @ B
    U = G @ weight @ G.T
    M = np.einsum("fcij,cabij->fabij", U, V)
    Y = A @ M @ A.T
    f, a, b = Y.shape[:3]
    return Y.transpose(0, 1, 3, 2, 4).reshape(f, 2 * a, 2 * b)[:, :h - 2, :w - 2]
# %% right: all tiles at once
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    _, h, w = x.shape
    xp = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    tiles = np.lib.stride_tricks.sliding_window_view(xp, (4, 4), axis=(1, 2))[:, ::2, ::2]
    V = np.einsum("ij,cabjk,lk->cabil", B, tiles, B)
    U = np.einsum("ij,fcjk,lk->fcil", G, weight, G)
    Y = np.einsum("pi,fcil,cabil,ql->fapbq", A, U, V, A)
    f, a, _, b, _ = Y.shape
    return Y.reshape(f, 2 * a, 2 * b)[:, :h - 2, :w - 2]
