# %% wrong: no padding for an odd number of outputs: the last row or column of outputs is missing (right for even output sizes)
def winograd2d(x, weight):
    T = np.array([[1., 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    O = np.array([[1., 1, 1, 0], [0, 1, -1, -1]])
    H, W = x.shape[-2] - 2, x.shape[-1] - 2
    U = K @ weight @ K.T
    y = np.zeros(x.shape[:-3] + (len(weight), H // 2 * 2, W // 2 * 2))
    for i in range(0, H - 1, 2):
        for j in range(0, W - 1, 2):
            V = T @ x[..., i:i + 4, j:j + 4] @ T.T
            y[..., i:i + 2, j:j + 2] = O @ np.einsum("ocab,...cab->...oab", U, V) @ O.T
    return y
# %% wrong: pads but does not cut the output: one row or column too many for odd output sizes (right for even)
def winograd2d(x, weight):
    T = np.array([[1., 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    O = np.array([[1., 1, 1, 0], [0, 1, -1, -1]])
    H, W = x.shape[-2] - 2, x.shape[-1] - 2
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(0, H % 2), (0, W % 2)])
    U = K @ weight @ K.T
    y = np.zeros(x.shape[:-3] + (len(weight), x.shape[-2] - 2, x.shape[-1] - 2))
    for i in range(0, y.shape[-2], 2):
        for j in range(0, y.shape[-1], 2):
            V = T @ x[..., i:i + 4, j:j + 4] @ T.T
            y[..., i:i + 2, j:j + 2] = O @ np.einsum("ocab,...cab->...oab", U, V) @ O.T
    return y
# %% wrong: a matrix product of the transformed tile and kernel where the elementwise one belongs
def winograd2d(x, weight):
    T = np.array([[1., 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    O = np.array([[1., 1, 1, 0], [0, 1, -1, -1]])
    H, W = x.shape[-2] - 2, x.shape[-1] - 2
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(0, H % 2), (0, W % 2)])
    U = K @ weight @ K.T
    y = np.zeros(x.shape[:-3] + (len(weight), H + H % 2, W + W % 2))
    for i in range(0, H, 2):
        for j in range(0, W, 2):
            V = T @ x[..., i:i + 4, j:j + 4] @ T.T
            M = np.einsum("ocab,...cbd->...oad", U, V)
            y[..., i:i + 2, j:j + 2] = O @ M @ O.T
    return y[..., :H, :W]
# %% wrong: the kernel's two axes are exchanged in the einsum: every kernel is used transposed (right for symmetrical kernels)
def winograd2d(x, weight):
    T = np.array([[1., 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    O = np.array([[1., 1, 1, 0], [0, 1, -1, -1]])
    H, W = x.shape[-2] - 2, x.shape[-1] - 2
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(0, H % 2), (0, W % 2)])
    U = np.einsum("ia,ocba,jb->ocij", K, weight, K)
    y = np.zeros(x.shape[:-3] + (len(weight), H + H % 2, W + W % 2))
    for i in range(0, H, 2):
        for j in range(0, W, 2):
            V = T @ x[..., i:i + 4, j:j + 4] @ T.T
            y[..., i:i + 2, j:j + 2] = O @ (U * V[..., None, :, :, :]).sum(axis=-3) @ O.T
    return y[..., :H, :W]
# %% wrong: tiles every 4 pixels instead of every 2: only a part of the outputs is written, the rest stays 0 (right when one tile suffices)
def winograd2d(x, weight):
    T = np.array([[1., 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    O = np.array([[1., 1, 1, 0], [0, 1, -1, -1]])
    H, W = x.shape[-2] - 2, x.shape[-1] - 2
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(0, H % 2), (0, W % 2)])
    U = K @ weight @ K.T
    y = np.zeros(x.shape[:-3] + (len(weight), H + H % 2, W + W % 2))
    for i in range(0, H, 4):
        for j in range(0, W, 4):
            V = T @ x[..., i:i + 4, j:j + 4] @ T.T
            y[..., i:i + 2, j:j + 2] = O @ np.einsum("ocab,...cab->...oab", U, V) @ O.T
    return y[..., :H, :W]
# %% wrong: mean over the input channels instead of sum (right for one channel)
def winograd2d(x, weight):
    T = np.array([[1., 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    K = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    O = np.array([[1., 1, 1, 0], [0, 1, -1, -1]])
    H, W = x.shape[-2] - 2, x.shape[-1] - 2
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(0, H % 2), (0, W % 2)])
    U = K @ weight @ K.T
    y = np.zeros(x.shape[:-3] + (len(weight), H + H % 2, W + W % 2))
    for i in range(0, H, 2):
        for j in range(0, W, 2):
            V = T @ x[..., i:i + 4, j:j + 4] @ T.T
            M = (U * V[..., None, :, :, :]).mean(axis=-3)
            y[..., i:i + 2, j:j + 2] = O @ M @ O.T
    return y[..., :H, :W]
# %% right: all tiles at once through a window view
def winograd2d(x, weight):
    tile = np.array([[1., 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]])
    kernel = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    out = np.array([[1., 1, 1, 0], [0, 1, -1, -1]])
    h, w = x.shape[-2] - 2, x.shape[-1] - 2
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(0, h % 2), (0, w % 2)])
    v = np.lib.stride_tricks.sliding_window_view(x, (4, 4), axis=(-2, -1))[..., ::2, ::2, :, :]
    v = tile @ v @ tile.T
    m = np.einsum("ocab,...cijab->...oijab", kernel @ weight @ kernel.T, v)
    y = out @ m @ out.T
    y = np.swapaxes(y, -3, -2)
    y = y.reshape(y.shape[:-4] + (h + h % 2, w + w % 2))
    return y[..., :h, :w]
