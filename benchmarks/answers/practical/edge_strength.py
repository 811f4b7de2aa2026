# %% wrong: adds the absolute values |gx| + |gy| instead of the root of the squares, so right only where one of the two is 0
def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    win = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("hwij,ij->hw", win, sobel)
    gy = np.einsum("hwij,ji->hw", win, sobel)
    return np.abs(gx) + np.abs(gy)
# %% wrong: pads the image with a ring of zeros, so the result is (H, W) instead of (H - 2, W - 2)
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    padded = np.pad(image, 1)
    H, W = image.shape
    out = np.zeros((H, W))
    for r in range(H):
        for c in range(W):
            piece = padded[r:r + 3, c:c + 3]
            out[r, c] = math.hypot((piece * sobel).sum(), (piece * sobel.T).sum())
    return out
# %% wrong: the second kernel is the mirrored Sobel kernel instead of the transposed one, so gy = -gx and horizontal edges are not seen
def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    other = sobel[:, ::-1]
    rows, cols = image.shape[0] - 2, image.shape[1] - 2
    gx, gy = np.zeros((rows, cols)), np.zeros((rows, cols))
    for i in range(3):
        for j in range(3):
            gx += sobel[i, j] * image[i:i + rows, j:j + cols]
            gy += other[i, j] * image[i:i + rows, j:j + cols]
    return np.sqrt(gx**2 + gy**2)
# %% wrong: two mistakes: the middle weights of the Sobel kernel are 1 instead of 2, and the root is forgotten
def edge_strength(image):
    kernel = np.array([[-1, 0, 1]] * 3)
    H, W = image.shape
    gx = np.array([[np.sum(image[r:r+3, c:c+3] * kernel) for c in range(W - 2)] for r in range(H - 2)])
    gy = np.array([[np.sum(image[r:r+3, c:c+3] * kernel.T) for c in range(W - 2)] for r in range(H - 2)])
    return gx**2 + gy**2
# %% right: the Sobel kernel taken apart into a difference and a 1 2 1 sum, with slices
def edge_strength(image):
    a = np.asarray(image, float)
    across = a[:, 2:] - a[:, :-2]
    down = a[2:] - a[:-2]
    gx = across[:-2] + 2 * across[1:-1] + across[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    return np.hypot(gx, gy)
