# %% wrong: rounds the number of tiles down, so with an odd height or width the last row or column stays 0
def winograd2d(x, weight):
    tile_matrix = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    kernel_matrix = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    out_matrix = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    y = np.zeros((weight.shape[0], h - 2, w - 2))
    kernels = kernel_matrix @ weight @ kernel_matrix.T
    for i in range((h - 2) // 2):
        for j in range((w - 2) // 2):
            tile = tile_matrix @ x[:, 2 * i:2 * i + 4, 2 * j:2 * j + 4] @ tile_matrix.T
            m = (kernels * tile).sum(axis=1)
            y[:, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = out_matrix @ m @ out_matrix.T
    return y


# %% wrong: multiplies the tile by the same matrix on both sides, without the transpose on the right
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    C, H, W = x.shape
    p, q = -(-(H - 2) // 2), -(-(W - 2) // 2)
    x = np.pad(x, ((0, 0), (0, 2 * p + 2 - H), (0, 2 * q + 2 - W)))
    tiles = np.lib.stride_tricks.sliding_window_view(x, (4, 4), axis=(1, 2))[:, ::2, ::2]
    V = B @ tiles @ B
    U = np.einsum("ai,fcij,bj->fcab", G, weight, G)
    M = np.einsum("fcab,cpqab->fpqab", U, V)
    Y = np.einsum("ua,fpqab,vb->fpuqv", A, M, A)
    return Y.reshape(len(weight), 2 * p, 2 * q)[:, :H - 2, :W - 2]


# %% wrong: each tile starts 4 pixels after the one before, so tiles do not overlap and outputs are missing
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    C_in, H, W = x.shape
    C_out = weight.shape[0]
    x = np.pad(x, ((0, 0), (0, 4), (0, 4)))
    out = np.zeros((C_out, H + 4, W + 4))
    for o in range(C_out):
        for i in range(0, H - 2, 4):
            for j in range(0, W - 2, 4):
                m = np.zeros((4, 4))
                for c in range(C_in):
                    tile = x[c, i:i + 4, j:j + 4]
                    m += (KERNEL @ weight[o, c] @ KERNEL.T) * (TILE @ tile @ TILE.T)
                out[o, i:i + 2, j:j + 2] = OUT @ m @ OUT.T
    return out[:, :H - 2, :W - 2]


# %% right: the last tiles are moved back so that they end at the border
def winograd2d(x, weight):
    tile = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    kernel = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    out = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    height, width = x.shape[1:]
    x = np.pad(np.asarray(x, dtype=float), ((0, 0), (0, max(0, 4 - height)), (0, max(0, 4 - width))))
    tall, wide = x.shape[1:]
    y = np.zeros((len(weight), tall - 2, wide - 2))
    spectrum = np.einsum("ai,fcij,bj->fcab", kernel, weight, kernel)
    for top in sorted({min(i, tall - 4) for i in range(0, tall - 2, 2)}):
        for left in sorted({min(j, wide - 4) for j in range(0, wide - 2, 2)}):
            pixels = tile @ x[:, top:top + 4, left:left + 4] @ tile.T
            products = np.einsum("fcab,cab->fab", spectrum, pixels)
            y[:, top:top + 2, left:left + 2] = out @ products @ out.T
    return y[:, :height - 2, :width - 2]
