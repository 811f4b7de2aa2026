# %% wrong: the absolute values are added instead of root of the sum of squares
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    win = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("hwij,ij", win, sobel)
    gy = np.einsum("hwij,ij", win, sobel.T)
    return np.abs(gx) + np.abs(gy)
# %% wrong: the second kernel is the mirrored one, not the transpose, so it finds the same edges again
def edge_strength(image):
    k = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    h, w = image.shape

    def run(kernel):
        total = np.zeros((h - 2, w - 2))
        for i in range(3):
            for j in range(3):
                total += kernel[i, j] * image[i:i + h - 2, j:j + w - 2]
        return total

    return np.hypot(run(k), run(k[:, ::-1]))
# %% wrong: NumPy's gradient, plain differences, in place of the Sobel kernel; the size is not that of the valid windows either
def edge_strength(image):
    dy, dx = np.gradient(image)
    return np.sqrt(dx ** 2 + dy ** 2)
# %% wrong: scaled to a maximum of 1, as one does for display
def edge_strength(image):
    s = np.outer([1, 2, 1], [-1, 0, 1])
    out = np.zeros((image.shape[0] - 2, image.shape[1] - 2))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            patch = image[i:i + 3, j:j + 3]
            out[i, j] = math.sqrt(np.sum(patch * s) ** 2 + np.sum(patch * s.T) ** 2)
    return out / out.max()
# %% wrong: the image is made whole numbers first, fractions of brightness are lost
def edge_strength(image):
    image = image.astype(int)
    sobel = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    h, w = image.shape
    gx = sum(sobel[i][j] * image[i:h - 2 + i, j:w - 2 + j] for i in range(3) for j in range(3))
    gy = sum(sobel[j][i] * image[i:h - 2 + i, j:w - 2 + j] for i in range(3) for j in range(3))
    return np.sqrt(gx ** 2 + gy ** 2)
# %% right: complex numbers, the absolute value of gx + i gy
def edge_strength(image):
    smooth, slope = np.array([1, 2, 1]), np.array([-1, 0, 1])
    kernel = np.outer(smooth, slope) + 1j * np.outer(slope, smooth)
    views = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.abs(np.tensordot(views, kernel, 2))
