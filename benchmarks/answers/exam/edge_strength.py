# %% wrong: |gx| + |gy| instead of the root of the squares
from cnnhelpers import mine

def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx, gy = mine.correlate2d(image, sobel), mine.correlate2d(image, sobel.T)
    return np.abs(gx) + np.abs(gy)

# %% wrong: one norm over everything, a single number comes out
from cnnhelpers import mine

def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx, gy = mine.correlate2d(image, sobel), mine.correlate2d(image, sobel.T)
    return np.linalg.norm([gx, gy])

# %% wrong: the second kernel is mirrored left-right, not transposed, so both find the same edges
from cnnhelpers import mine

def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx = mine.correlate2d(image, sobel)
    gy = mine.correlate2d(image, sobel[:, ::-1])
    return np.sqrt(gx**2 + gy**2)

# %% wrong: math.sqrt on an array, TypeError
from cnnhelpers import mine

def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx, gy = mine.correlate2d(image, sobel), mine.correlate2d(image, sobel.T)
    return math.sqrt(gx**2 + gy**2)

# %% wrong: the sum is squared, not the two outputs, so slanted edges cancel
from cnnhelpers import mine

def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    both = mine.correlate2d(image, sobel) + mine.correlate2d(image, sobel.T)
    return np.sqrt(both**2)

# %% wrong: the second kernel is laid on the first output, not on the image (ValueError, shapes differ)
from cnnhelpers import mine

def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx = mine.correlate2d(image, sobel)
    gy = mine.correlate2d(gx, sobel.T)
    return np.sqrt(gx**2 + gy**2)

# %% wrong: the middle weight 2 of Sobel is forgotten (Prewitt)
from cnnhelpers import mine

def edge_strength(image):
    edge = np.array([[-1.0, 0, 1], [-1, 0, 1], [-1, 0, 1]])
    return np.hypot(mine.correlate2d(image, edge), mine.correlate2d(image, edge.T))

# %% right: one complex kernel, and its absolute value
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    return np.abs(np.einsum("hwij,ij->hw", windows, sobel + 1j * sobel.T))
