# %% wrong: the outputs are added before they are squared, so it returns the absolute value of gx + gy
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("hwij,ij->hw", windows, sobel)
    gy = np.einsum("hwij,ij->hw", windows, sobel.T)
    return np.sqrt((gx + gy) ** 2)
# %% wrong: the weights are 1, 1, 1 instead of the Sobel kernel's 1, 2, 1 (Prewitt kernel)
def edge_strength(image):
    kernel = np.array([[-1, 0, 1]] * 3)

    def correlate2d(x, k):
        h, w = x.shape[0] - 2, x.shape[1] - 2
        return np.array([[np.sum(x[r : r + 3, c : c + 3] * k) for c in range(w)] for r in range(h)])

    gx, gy = correlate2d(image, kernel), correlate2d(image, kernel.T)
    return np.hypot(gx, gy)
# %% wrong: the second output is computed with the same kernel as the first (the transpose is never used), so edges between top and bottom are missing
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    sobel_down = sobel.T
    h, w = image.shape[0] - 2, image.shape[1] - 2
    gx, gy = np.zeros((h, w)), np.zeros((h, w))
    for r in range(h):
        for c in range(w):
            gx[r, c] = np.sum(image[r : r + 3, c : c + 3] * sobel)
            gy[r, c] = np.sum(image[r : r + 3, c : c + 3] * sobel)
    return np.sqrt(gx**2 + gy**2)
# %% wrong: the image is padded by a ring of zeros first, so the output has the shape (H, W), with false edges along the border
def edge_strength(image):
    s = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    v = np.lib.stride_tricks.sliding_window_view(np.pad(image, 1), (3, 3))
    return np.hypot((v * s).sum(axis=(2, 3)), (v * s.T).sum(axis=(2, 3)))
# %% right: differences and 1-2-1 sums by slices, as real and imaginary part of a complex number
def edge_strength(image):
    z = image.astype(float)
    across = z[:, 2:] - z[:, :-2]
    down = z[2:] - z[:-2]
    gx = across[:-2] + 2 * across[1:-1] + across[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    return np.abs(gx + 1j * gy)
