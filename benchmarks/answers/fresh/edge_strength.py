# %% wrong: sum of the absolute values instead of the root of the squares
def edge_strength(image):
    sx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    win = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = (win * sx).sum((2, 3))
    gy = (win * sx.T).sum((2, 3))
    return np.abs(gx) + np.abs(gy)
# %% wrong: Prewitt kernels (1 1 1 in place of 1 2 1)
def edge_strength(image):
    kx = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
    ky = np.transpose(kx)
    H, W = image.shape
    out = np.zeros((H - 2, W - 2))
    for i in range(H - 2):
        for j in range(W - 2):
            patch = image[i:i + 3, j:j + 3]
            out[i, j] = math.sqrt((patch * kx).sum() ** 2 + (patch * ky).sum() ** 2)
    return out
# %% wrong: gy is made with the flipped gx kernel, so it is -gx again
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    sobel_y = sobel[:, ::-1]
    win = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("ijuv,uv->ij", win, sobel)
    gy = np.einsum("ijuv,uv->ij", win, sobel_y)
    return np.sqrt(gx ** 2 + gy ** 2)
# %% wrong: takes the mean away in place, the caller's image is changed (integers crash)
def edge_strength(image: np.ndarray) -> np.ndarray:
    image -= image.mean()
    gx_kernel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]], dtype=float)
    gy_kernel = gx_kernel.T
    h, w = image.shape
    magnitude = np.zeros((h - 2, w - 2))
    for row in range(h - 2):
        for col in range(w - 2):
            region = image[row:row + 3, col:col + 3]
            gx = np.sum(region * gx_kernel)
            gy = np.sum(region * gy_kernel)
            magnitude[row, col] = np.sqrt(gx * gx + gy * gy)
    return magnitude
# %% wrong: strengths above 255 are clipped
def edge_strength(image):
    s = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    w = np.lib.stride_tricks.sliding_window_view(np.asarray(image, float), (3, 3))
    m = np.hypot(np.tensordot(w, s, 2), np.tensordot(w, s.T, 2))
    return np.clip(m, 0, 255)
# %% wrong: a sign slip in one tap of the hand-written gy sum
def edge_strength(image):
    a = np.asarray(image, dtype=float)
    H, W = a.shape
    tl, t, tr = a[:-2, :-2], a[:-2, 1:-1], a[:-2, 2:]
    l, r = a[1:-1, :-2], a[1:-1, 2:]
    bl, b, br = a[2:, :-2], a[2:, 1:-1], a[2:, 2:]
    gx = tr + 2 * r + br - tl - 2 * l - bl
    gy = bl + 2 * b + br - tl - 2 * t + tr
    return np.sqrt(gx ** 2 + gy ** 2)
# %% wrong: weak edges below 0.01 are set to 0 as noise
def edge_strength(image):
    s = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    w = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("ijuv,uv->ij", w, s)
    gy = np.einsum("ijuv,uv->ij", w, s.T)
    g = np.sqrt(gx ** 2 + gy ** 2)
    g[g < 0.01] = 0
    return g
# %% wrong: gradients rounded to whole numbers (int buffer)
def edge_strength(image):
    kx = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    ky = [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]
    H, W = image.shape
    gx = np.zeros((H - 2, W - 2), int)
    gy = np.zeros((H - 2, W - 2), int)
    for i in range(H - 2):
        for j in range(W - 2):
            gx[i, j] = np.sum(image[i:i+3, j:j+3] * kx)
            gy[i, j] = np.sum(image[i:i+3, j:j+3] * ky)
    return np.sqrt(gx ** 2 + gy ** 2)
# %% right: separable
def edge_strength(image):
    a = np.asarray(image, dtype=float)
    smooth_rows = a[:-2] + 2 * a[1:-1] + a[2:]
    gx = smooth_rows[:, 2:] - smooth_rows[:, :-2]
    smooth_cols = a[:, :-2] + 2 * a[:, 1:-1] + a[:, 2:]
    gy = smooth_cols[2:] - smooth_cols[:-2]
    return np.sqrt(gx * gx + gy * gy)
# %% right: loops
def edge_strength(image):
    sobel_x = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    sobel_y = np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]])
    rows = len(image) - 2
    cols = len(image[0]) - 2
    E = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            piece = image[r:r + 3, c:c + 3]
            a = float((piece * sobel_x).sum())
            b = float((piece * sobel_y).sum())
            E[r, c] = (a ** 2 + b ** 2) ** 0.5
    return E
