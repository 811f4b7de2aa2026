# %% wrong: the second kernel is the Sobel kernel upside down, not its transpose, so top-bottom edges are never seen
def edge_strength(image):
    def correlate2d(x, kernel):
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return np.einsum("hwij,ij->hw", windows, kernel)

    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx = correlate2d(image, sobel)
    gy = correlate2d(image, sobel[::-1])
    return np.sqrt(gx**2 + gy**2)
# %% wrong: squares the sum in place of summing the squares, which gives |gx + gy|
def edge_strength(image):
    def correlate2d(x, kernel):
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return np.einsum("hwij,ij->hw", windows, kernel)

    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    return np.sqrt((correlate2d(image, sobel) + correlate2d(image, sobel.T)) ** 2)
# %% wrong: the kernel has 1 in place of 2 in its middle row (Prewitt, not Sobel)
def edge_strength(image):
    h, w = image.shape
    kernel = np.array([[-1.0, 0.0, 1.0]] * 3)
    strength = np.zeros((h - 2, w - 2))
    for i in range(h - 2):
        for j in range(w - 2):
            window = image[i : i + 3, j : j + 3]
            gx = (window * kernel).sum()
            gy = (window * kernel.T).sum()
            strength[i, j] = math.hypot(gx, gy)
    return strength
# %% wrong: the second kernel is applied to the result of the first (the name image is reused), so the shapes differ: ValueError
def edge_strength(image):
    def correlate2d(x, kernel):
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return np.einsum("hwij,ij->hw", windows, kernel)

    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    image = correlate2d(image, sobel)
    horizontal = image
    image = correlate2d(image, sobel.T)
    vertical = image
    return np.hypot(horizontal, vertical)
# %% right: both directions in one complex kernel, and its absolute value
def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    both = sobel + 1j * sobel.T
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.abs(np.tensordot(windows, both, axes=2))
