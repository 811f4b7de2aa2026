# %% wrong: the root is missing, gx² + gy²
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx, gy = correlate2d(image, sobel), correlate2d(image, sobel.T)
    return gx**2 + gy**2
# %% wrong: the sum of the two correlations, signs cancel
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    return correlate2d(image, sobel) + correlate2d(image, sobel.T)
# %% wrong: |gx| + |gy| instead of the root of the squares
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    return np.abs(correlate2d(image, sobel)) + np.abs(correlate2d(image, sobel.T))
# %% wrong: gx twice, the second kernel is not transposed
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx = correlate2d(image, sobel)
    gy = correlate2d(image, sobel)
    return np.sqrt(gx**2 + gy**2)
# %% wrong: the Prewitt kernel, 1 in place of the 2 in the middle
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    kernel = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
    return np.hypot(correlate2d(image, kernel), correlate2d(image, kernel.T))
# %% wrong: the root of each square alone is taken before they are added (precedence)
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx, gy = correlate2d(image, sobel), correlate2d(image, sobel.T)
    return np.sqrt(gx**2) + gy**2
# %% wrong: only the left-right edges, gy is missing
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    return np.abs(correlate2d(image, sobel))
# %% wrong: padded with zeros, the result is as large as the image
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    image = np.pad(image, 1)
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    return np.hypot(correlate2d(image, sobel), correlate2d(image, sobel.T))
# %% wrong: a typing slip in the Sobel kernel, +1 for -1 in the lower left corner
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [1, 0, 1]])
    return np.hypot(correlate2d(image, sobel), correlate2d(image, sobel.T))
# %% wrong: the minus sign under the root, gx² - gy², gives NaN
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx, gy = correlate2d(image, sobel), correlate2d(image, sobel.T)
    return np.sqrt(gx**2 - gy**2)
# %% wrong: NameError, the kernel sobel_x is never defined
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    return np.hypot(correlate2d(image, sobel_x), correlate2d(image, sobel_x.T))
# %% right: root of the squares
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))

def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx, gy = correlate2d(image, sobel), correlate2d(image, sobel.T)
    return np.sqrt(gx**2 + gy**2)
# %% right: np.hypot in loops
def edge_strength(image):
    kx = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
    ky = np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]])
    out = np.zeros((image.shape[0] - 2, image.shape[1] - 2))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            window = image[r : r + 3, c : c + 3]
            out[r, c] = np.hypot((window * kx).sum(), (window * ky).sum())
    return out
# %% right: the Sobel kernel as a smoothing and a difference
def edge_strength(image):
    def smooth(a):
        return a[:-2] + 2 * a[1:-1] + a[2:]

    def difference(a):
        return a[2:] - a[:-2]

    gx = difference(smooth(image).T).T
    gy = smooth(difference(image).T).T
    return np.sqrt(gx * gx + gy * gy)
