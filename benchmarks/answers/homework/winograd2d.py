# %% wrong: odd numbers of outputs: floor of the tiles, last row and column stay 0
def winograd2d(x, weight):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    y = conv(x, weight, 1, 0)
    h, w = y.shape[2] // 2 * 2, y.shape[3] // 2 * 2
    y[:, :, h:] = 0
    y[:, :, :, w:] = 0
    return y
# %% wrong: output not cut: one row or column too many for odd numbers
def winograd2d(x, weight):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    h, w = x.shape[2] - 2, x.shape[3] - 2
    x = np.pad(x, ((0, 0), (0, 0), (0, h % 2), (0, w % 2)))
    return conv(x, weight, 1, 0)
# %% wrong: tiles begin every 4 pixels: crash or wrong
def winograd2d(x, weight):
    B = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1.]])
    G = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    A = np.array([[1, 1, 1, 0], [0, 1, -1, -1.]])
    U = G @ weight @ G.T
    n, c, H, W = x.shape
    out = np.zeros((n, len(weight), H - 2, W - 2))
    for i in range(0, H - 3, 4):
        for j in range(0, W - 3, 4):
            V = B @ x[:, :, i:i + 4, j:j + 4] @ B.T
            M = np.einsum("ocij,ncij->noij", U, V)
            out[:, :, i:i + 2, j:j + 2] = A @ M @ A.T
    return out
# %% wrong: second transform without the transpose: B @ d @ B
def winograd2d(x, weight):
    B = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1.]])
    G = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    A = np.array([[1, 1, 1, 0], [0, 1, -1, -1.]])
    h, w = x.shape[2] - 2, x.shape[3] - 2
    x = np.pad(x, ((0, 0), (0, 0), (0, h % 2), (0, w % 2)))
    out = np.zeros((len(x), len(weight), h + h % 2, w + w % 2))
    for i in range(0, h, 2):
        for j in range(0, w, 2):
            M = np.einsum("ocij,ncij->noij", G @ weight @ G.T, B @ x[:, :, i:i + 4, j:j + 4] @ B)
            out[:, :, i:i + 2, j:j + 2] = A @ M @ A.T
    return out[:, :, :h, :w]
# %% wrong: pads before, not behind: shifted for odd numbers of outputs
def winograd2d(x, weight):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    h, w = x.shape[2] - 2, x.shape[3] - 2
    x = np.pad(x, ((0, 0), (0, 0), (h % 2, 0), (w % 2, 0)))
    return conv(x, weight, 1, 0)[:, :, :h, :w]
# %% right: tiles
def winograd2d(x, weight):
    B = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1.]])
    G = np.array([[1, 0, 0], [.5, .5, .5], [.5, -.5, .5], [0, 0, 1]])
    A = np.array([[1, 1, 1, 0], [0, 1, -1, -1.]])
    h, w = x.shape[2] - 2, x.shape[3] - 2
    x = np.pad(x, ((0, 0), (0, 0), (0, h % 2), (0, w % 2)))
    out = np.zeros((len(x), len(weight), h + h % 2, w + w % 2))
    for i in range(0, h, 2):
        for j in range(0, w, 2):
            M = np.einsum("ocij,ncij->noij", G @ weight @ G.T, B @ x[:, :, i:i + 4, j:j + 4] @ B.T)
            out[:, :, i:i + 2, j:j + 2] = A @ M @ A.T
    return out[:, :, :h, :w]
# %% right: direct, same numbers
def winograd2d(x, weight):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    return conv(x, weight, 1, 0)
