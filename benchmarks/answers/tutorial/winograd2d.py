# %% wrong: an odd height or width is not padded, so the last tile is not 4×4 and the matrix product raises ValueError; right for even sizes
def winograd2d(x, weight):
    T = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    C, H, W = x.shape
    kernels = K @ weight @ K.T
    y = np.zeros((len(weight), H - 2, W - 2))
    for i in range(0, H - 2, 2):
        for j in range(0, W - 2, 2):
            tile = T @ x[:, i:i + 4, j:j + 4] @ T.T
            y[:, i:i + 2, j:j + 2] = A @ (kernels * tile).sum(axis=1) @ A.T
    return y
# %% wrong: the channels are summed before the products (sum of tiles times sum of kernels), which mixes each channel with the kernels of the others; right for one input channel
def winograd2d(x, weight):
    B = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    G = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    A = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    padded = np.pad(x, ((0, 0), (0, h % 2), (0, w % 2)))
    U = (G @ weight @ G.T).sum(axis=1)
    y = np.zeros((weight.shape[0], padded.shape[1] - 2, padded.shape[2] - 2))
    for top in range(0, y.shape[1], 2):
        for left in range(0, y.shape[2], 2):
            V = (B @ padded[:, top:top + 4, left:left + 4] @ B.T).sum(axis=0)
            y[:, top:top + 2, left:left + 2] = A @ (U * V) @ A.T
    return y[:, :h - 2, :w - 2]
# %% wrong: for an odd height or width the row or column of zeros is put in front of the image instead of behind it, so the output is moved by one; right for even sizes
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    height, width = x.shape[1] - 2, x.shape[2] - 2
    x = np.pad(x, ((0, 0), (height % 2, 0), (width % 2, 0)))
    tiles = np.lib.stride_tricks.sliding_window_view(x, (4, 4), axis=(1, 2))[:, ::2, ::2]
    seen = TILE @ tiles @ TILE.T
    products = np.einsum("cijuv,fcuv->fijuv", seen, KERNEL @ weight @ KERNEL.T)
    small = OUT @ products @ OUT.T
    f, down, across = small.shape[:3]
    whole = small.transpose(0, 1, 3, 2, 4).reshape(f, 2 * down, 2 * across)
    return whole[:, :height, :width]
# %% wrong: two mistakes: the tile is multiplied by TILE on the right without transposing it, and the input channels overwrite each other (=), so only the last one counts
def winograd2d(x, weight):
    TILE = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    KERNEL = np.array([[1.0, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
    OUT = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    C, H, W = x.shape
    xp = np.pad(x, ((0, 0), (0, H % 2), (0, W % 2)))
    out = np.zeros((len(weight), xp.shape[1] - 2, xp.shape[2] - 2))
    for f in range(len(weight)):
        for i in range(0, xp.shape[1] - 2, 2):
            for j in range(0, xp.shape[2] - 2, 2):
                for c in range(C):
                    d = TILE @ xp[c, i:i + 4, j:j + 4] @ TILE
                    g = KERNEL @ weight[f, c] @ KERNEL.T
                    out[f, i:i + 2, j:j + 2] = OUT @ (d * g) @ OUT.T
    return out[:, :H - 2, :W - 2]
# %% right: tile by tile, one tensordot
def winograd2d(x, weight):
    bt = np.array([[1.0, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    g = np.array([[2.0, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 2]]) / 2
    at = np.array([[1.0, 1, 1, 0], [0, 1, -1, -1]])
    c, h, w = x.shape
    room = np.zeros((c, h + h % 2, w + w % 2))
    room[:, :h, :w] = x
    filters = np.einsum("ui,fcij,vj->fcuv", g, weight, g)
    answer = np.zeros((len(weight), room.shape[1] - 2, room.shape[2] - 2))
    for i in range(answer.shape[1] // 2):
        for j in range(answer.shape[2] // 2):
            tile = np.einsum("ui,cij,vj->cuv", bt, room[:, 2 * i:2 * i + 4, 2 * j:2 * j + 4], bt)
            summed = np.einsum("fcuv,cuv->fuv", filters, tile)
            answer[:, 2 * i:2 * i + 2, 2 * j:2 * j + 2] = np.einsum("au,fuv,bv->fab", at, summed, at)
    return answer[:, :h - 2, :w - 2]
