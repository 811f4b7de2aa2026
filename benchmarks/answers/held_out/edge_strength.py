# %% wrong: no root at the end
def edge_strength(image):
    h, w = image.shape
    result = np.zeros((h - 2, w - 2))
    for i in range(1, h - 1):
        for j in range(1, w - 1):
            a = image[i - 1 : i + 2, j + 1] - image[i - 1 : i + 2, j - 1]
            b = image[i + 1, j - 1 : j + 2] - image[i - 1, j - 1 : j + 2]
            gx = a[0] + 2 * a[1] + a[2]
            gy = b[0] + 2 * b[1] + b[2]
            result[i - 1, j - 1] = gx**2 + gy**2
    return result
# %% wrong: the root of the squared sum, which is |gx + gy|
SOBEL = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])

def edge_strength(image):
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.tensordot(windows, SOBEL, 2)
    gy = np.tensordot(windows, SOBEL.T, 2)
    return np.sqrt((gx + gy) ** 2)
# %% wrong: the larger of |gx| and |gy|
def edge_strength(image):
    sobel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.tensordot(windows, sobel, 2)
    gy = np.tensordot(windows, sobel.T, 2)
    return np.maximum(np.abs(gx), np.abs(gy))
# %% wrong: the second kernel is the mirrored first one, sobel[:, ::-1], and not its transpose
def edge_strength(image):
    sobel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.tensordot(windows, sobel, 2)
    gy = np.tensordot(windows, sobel[:, ::-1], 2)
    return np.hypot(gx, gy)
# %% wrong: simple differences of the neighbours without the Sobel weights 1, 2, 1
def edge_strength(image):
    gx = image[1:-1, 2:] - image[1:-1, :-2]
    gy = image[2:, 1:-1] - image[:-2, 1:-1]
    return np.sqrt(gx**2 + gy**2)
# %% wrong: divided by 8, the Sobel kernels are normalised
def edge_strength(image):
    sobel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]]) / 8
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.hypot(np.tensordot(windows, sobel, 2), np.tensordot(windows, sobel.T, 2))
# %% wrong: the mean of the squares, sqrt((gx² + gy²) / 2)
def edge_strength(image):
    sobel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    both = np.stack([np.tensordot(windows, sobel, 2), np.tensordot(windows, sobel.T, 2)])
    return np.sqrt(np.mean(both**2, axis=0))
# %% wrong: gy only, the transposed kernel is used and the first one forgotten
def edge_strength(image):
    sobel = np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gy = np.tensordot(windows, sobel, 2)
    return np.sqrt(gy**2)
# %% wrong: gy is computed from gx instead of from the image, the shapes no longer fit (ValueError)
def correlate(x, k):
    return np.tensordot(np.lib.stride_tricks.sliding_window_view(x, k.shape), k, 2)

def edge_strength(image):
    sobel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    gx = correlate(image, sobel)
    gy = correlate(gx, sobel.T)
    return np.sqrt(gx**2 + gy**2)
# %% wrong: scaled so that the strongest edge is 1
def edge_strength(image):
    sobel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    strength = np.hypot(np.tensordot(windows, sobel, 2), np.tensordot(windows, sobel.T, 2))
    return strength / strength.max()
# %% wrong: integer output array, the roots are cut to whole numbers
def edge_strength(image):
    sobel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    out = np.zeros((image.shape[0] - 2, image.shape[1] - 2), int)
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            w = image[r : r + 3, c : c + 3]
            out[r, c] = math.sqrt(np.sum(w * sobel) ** 2 + np.sum(w * sobel.T) ** 2)
    return out
# %% right: complex kernel and absolute value
def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.abs(np.tensordot(windows, sobel + 1j * sobel.T, 2))
# %% right: pixel by pixel with differences of neighbours
def edge_strength(image):
    h, w = image.shape
    result = np.zeros((h - 2, w - 2))
    for i in range(1, h - 1):
        for j in range(1, w - 1):
            right, left = image[i - 1 : i + 2, j + 1], image[i - 1 : i + 2, j - 1]
            below, above = image[i + 1, j - 1 : j + 2], image[i - 1, j - 1 : j + 2]
            gx = np.dot(right - left, [1, 2, 1])
            gy = np.dot(below - above, [1, 2, 1])
            result[i - 1, j - 1] = math.sqrt(gx * gx + gy * gy)
    return result
# %% right: norm over a stack of both gradients
def edge_strength(image):
    sobel = np.outer([1, 2, 1], [-1, 0, 1])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    both = np.einsum("rcij,kij->krc", windows, np.stack([sobel, sobel.T]))
    return np.linalg.norm(both, axis=0)
