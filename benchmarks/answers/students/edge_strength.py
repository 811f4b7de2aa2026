# %% wrong: only one direction: the absolute value of the horizontal Sobel answer
def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.abs((v * sobel).sum(axis=(2, 3)))
# %% wrong: sum of the absolute values instead of the root of the squares (too strong on slanted edges)
def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.abs((v * sobel).sum((2, 3))) + np.abs((v * sobel.T).sum((2, 3)))
# %% wrong: forgets the root: gx ** 2 + gy ** 2
def edge_strength(image):
    k = np.array([[-1., 0, 1], [-2, 0, 2], [-1, 0, 1]])
    h, w = image.shape
    out = np.zeros((h - 2, w - 2))
    for i in range(h - 2):
        for j in range(w - 2):
            win = image[i:i + 3, j:j + 3]
            out[i, j] = (win * k).sum() ** 2 + (win * k.T).sum() ** 2
    return out
# %% wrong: the second kernel is the first one reversed, not transposed: both answer to the same direction
def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = (v * sobel).sum((2, 3))
    gy = (v * sobel[:, ::-1]).sum((2, 3))
    return np.sqrt(gx ** 2 + gy ** 2)
# %% wrong: Prewitt's kernel: the middle row has weight 1 instead of 2
def edge_strength(image):
    kernel = np.array([[-1, 0, 1]] * 3)
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.hypot((v * kernel).sum((2, 3)), (v * kernel.T).sum((2, 3)))
# %% wrong: adds both outputs, signs and all, and takes the absolute value: opposite slopes cancel
def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.abs(np.einsum("ijuv,uv->ij", v, sobel + sobel.T))
# %% right: separable: smooth 1 2 1 in one direction, difference in the other, absolute value of a complex number
def edge_strength(image):
    a = np.asarray(image, dtype=float)
    smooth_rows = a[:-2] + 2 * a[1:-1] + a[2:]
    smooth_cols = a[:, :-2] + 2 * a[:, 1:-1] + a[:, 2:]
    return np.abs((smooth_rows[:, 2:] - smooth_rows[:, :-2]) + 1j * (smooth_cols[2:] - smooth_cols[:-2]))
