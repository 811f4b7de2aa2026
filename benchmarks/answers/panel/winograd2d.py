# %% wrong: the number of tiles is rounded down and nothing is padded; for an odd number of outputs the last row or column stays 0
def winograd2d(x, weight):
    B = np.array([[1., 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1., 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    A = np.array([[1., 1, 1, 0], [0, 1, -1, -1]])
    C, H, W = x.shape
    U = G @ weight @ G.T
    y = np.zeros((len(weight), H - 2, W - 2))
    for i in range((H - 2) // 2):
        for j in range((W - 2) // 2):
            V = B @ x[:, 2 * i:2 * i + 4, 2 * j:2 * j + 4] @ B.T
            M = (U * V).sum(axis=1)
            y[:, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = A @ M @ A.T
    return y
# %% wrong: the tile is transformed as TILE @ tile @ TILE, the second one is not transposed
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    h, w = x.shape[1] - 2, x.shape[2] - 2
    down, across = -(-h // 2), -(-w // 2)
    x = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    kernels = KERNEL @ weight @ KERNEL.T
    result = np.zeros((weight.shape[0], 2 * down, 2 * across))
    for i, j in np.ndindex(down, across):
        tile = TILE @ x[:, 2 * i:2 * i + 4, 2 * j:2 * j + 4] @ TILE
        result[:, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = OUT @ (kernels * tile).sum(1) @ OUT.T
    return result[:, :h, :w]
# %% wrong: tiles begin every 4 pixels in place of every 2; right only where one tile is enough (up to 2x2 outputs)
def winograd2d(x, weight):
    Bt = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    At = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, H, W = x.shape
    th, tw = (H - 1) // 2, (W - 1) // 2      # tiles down and across
    big = np.zeros((c, 4 * th, 4 * tw))
    big[:, :min(H, 4 * th), :min(W, 4 * tw)] = x[:, :4 * th, :4 * tw]
    u = np.einsum("ab,fcbd,ed->fcae", G, weight, G)
    out = np.zeros((len(weight), 2 * th, 2 * tw))
    for i in range(th):
        for j in range(tw):
            v = Bt @ big[:, 4 * i:4 * i + 4, 4 * j:4 * j + 4] @ Bt.T
            m = np.einsum("fcab,cab->fab", u, v)
            out[:, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = At @ m @ At.T
    return out[:, :H - 2, :W - 2]
# %% wrong: two mistakes: the input channels are averaged, not summed (more than one channel shows it); and the padding that makes the last tile whole is not cut off, so an odd output is one row or column too large
def winograd2d(x, weight):
    T = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    O = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    xp = np.pad(x, ((0, 0), (0, x.shape[1] % 2), (0, x.shape[2] % 2)))
    Y = np.zeros((weight.shape[0], xp.shape[1] - 2, xp.shape[2] - 2))
    for o in range(weight.shape[0]):
        for r in range(0, Y.shape[1], 2):
            for s in range(0, Y.shape[2], 2):
                prods = [(K @ weight[o, c] @ K.T) * (T @ xp[c, r:r + 4, s:s + 4] @ T.T) for c in range(len(x))]
                Y[o, r:r + 2, s:s + 2] = O @ np.mean(prods, axis=0) @ O.T
    return Y
# %% right: all tiles at once, one einsum, Kronecker products for the transforms
def winograd2d(x, weight):
    t = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    k = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    o = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    f = weight.shape[0]
    padded = np.zeros((c, h + h % 2, w + w % 2))
    padded[:, :h, :w] = x
    tiles = np.lib.stride_tricks.sliding_window_view(padded, (4, 4), axis=(1, 2))[:, ::2, ::2]
    down, across = tiles.shape[1:3]
    left = np.einsum("ab,cpqb->cpqa", np.kron(t, t), tiles.reshape(c, down, across, 16))
    right = weight.reshape(f, c, 9) @ np.kron(k, k).T
    out = np.einsum("cpqa,fca->fpqa", left, right) @ np.kron(o, o).T
    out = out.reshape(f, down, across, 2, 2).transpose(0, 1, 3, 2, 4).reshape(f, 2 * down, 2 * across)
    return out[:, :h - 2, :w - 2]
