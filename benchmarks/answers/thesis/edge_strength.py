# %% wrong: |gx| + |gy| in place of the root of the sum of squares; shows where both are not 0
def edge_strength(image):
    def corr(x, k):
        out = np.zeros((x.shape[0] - 2, x.shape[1] - 2))
        for r in range(out.shape[0]):
            for c in range(out.shape[1]):
                out[r, c] = np.sum(x[r:r + 3, c:c + 3] * k)
        return out
    s = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    return np.abs(corr(image, s)) + np.abs(corr(image, s.T))
# %% wrong: the middle weights of the kernel are 1 in place of 2 (not the Sobel kernel)
def edge_strength(image):
    kernel = np.array([[-1.0, 0, 1], [-1, 0, 1], [-1, 0, 1]])
    w = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("hwij,ij->hw", w, kernel)
    gy = np.einsum("hwij,ij->hw", w, kernel.T)
    return np.hypot(gx, gy)
# %% wrong: a ring of zeros is laid around the image first, so the output is (H, W) in place of (H - 2, W - 2)
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    padded = np.pad(image, 1)
    H, W = image.shape
    strength = np.zeros((H, W))
    for y in range(H):
        for x in range(W):
            win = padded[y:y+3, x:x+3]
            gx = (win * sobel).sum()
            gy = (win * sobel.T).sum()
            strength[y, x] = np.sqrt(gx**2 + gy**2)
    return strength
# %% wrong: two mistakes: the second kernel is the first one mirrored, not transposed, so top-bottom edges are not seen; and the root is missing
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    other = sobel[:, ::-1]
    windows = np.lib.stride_tricks.sliding_window_view(image, sobel.shape)
    g1 = np.sum(windows * sobel, axis=(2, 3))
    g2 = np.sum(windows * other, axis=(2, 3))
    return g1 ** 2 + g2 ** 2
# %% right: smooth with 1 2 1 in one direction, take differences in the other, length of a complex number
def edge_strength(image):
    across = image[:, 2:] - image[:, :-2]
    down = image[2:, :] - image[:-2, :]
    gx = across[:-2] + 2 * across[1:-1] + across[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    return np.abs(gx + 1j * gy)
