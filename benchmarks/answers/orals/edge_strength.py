# %% wrong: the square root is forgotten: returns gx**2 + gy**2
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("hwij,ij->hw", windows, sobel)
    gy = np.einsum("hwij,ij->hw", windows, sobel.T)
    return gx ** 2 + gy ** 2
# %% wrong: the second kernel is the Sobel kernel turned by 180 degrees instead of transposed, so only left-right edges count: the result is sqrt(2) * |gx|
def edge_strength(image):
    def correlate(x, k):
        w = np.lib.stride_tricks.sliding_window_view(x, k.shape)
        return (w * k).sum((-1, -2))
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx = correlate(image, sobel)
    gy = correlate(image, sobel[::-1, ::-1])
    return np.hypot(gx, gy)
# %% wrong: pads the image with a ring of zeros first, so the output is (H, W) instead of (H - 2, W - 2), with false edges at the border
def edge_strength(image):
    padded = np.pad(image, 1)
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx, gy = np.zeros(image.shape), np.zeros(image.shape)
    for row in range(image.shape[0]):
        for column in range(image.shape[1]):
            patch = padded[row:row + 3, column:column + 3]
            gx[row, column] = np.sum(patch * sobel)
            gy[row, column] = np.sum(patch * sobel.T)
    return np.sqrt(gx ** 2 + gy ** 2)
# %% wrong: adds the absolute values, |gx| + |gy|, instead of taking the root of the sum of squares
def edge_strength(image):
    left, right = image[:, :-2], image[:, 2:]
    d = right - left
    gx = d[:-2] + 2 * d[1:-1] + d[2:]
    e = image[2:] - image[:-2]
    gy = e[:, :-2] + 2 * e[:, 1:-1] + e[:, 2:]
    return np.abs(gx) + np.abs(gy)
# %% right: both gradients as one complex number
def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    both = sobel + 1j * sobel.T
    H, W = image.shape
    g = np.zeros((H - 2, W - 2), complex)
    for i in range(3):
        for j in range(3):
            g += both[i, j] * image[i:i + H - 2, j:j + W - 2]
    return np.abs(g)
