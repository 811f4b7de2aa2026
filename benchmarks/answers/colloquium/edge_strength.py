# %% wrong: the two outputs are added before the square: it returns the root of (gx + gy)**2, which is |gx + gy|
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    v = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("hwij,ij->hw", v, sobel)
    gy = np.einsum("hwij,ij->hw", v, sobel.T)
    return np.sqrt((gx + gy) ** 2)
# %% wrong: the kernel has the weights 1, 1, 1 in place of Sobel's 1, 2, 1 (a Prewitt kernel)
def edge_strength(image):
    kernel = np.array([[-1, 0, 1]] * 3)
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = (windows * kernel).sum(axis=(2, 3))
    gy = (windows * kernel.T).sum(axis=(2, 3))
    return np.hypot(gx, gy)
# %% wrong: pads the image with a ring of zeros first, so it returns (H, W) with false edges at the border in place of (H - 2, W - 2)
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    padded = np.pad(image, 1)
    result = np.zeros(image.shape)
    for r in range(image.shape[0]):
        for c in range(image.shape[1]):
            patch = padded[r:r+3, c:c+3]
            result[r, c] = np.sqrt(np.sum(patch * sobel)**2 + np.sum(patch * sobel.T)**2)
    return result
# %% wrong: the transpose is forgotten in the second correlation, so gy equals gx and edges between top and bottom are not seen
def edge_strength(image):
    def corr(x, k):
        return np.array([[np.sum(x[i:i+3, j:j+3] * k) for j in range(x.shape[1] - 2)]
                         for i in range(x.shape[0] - 2)])
    sobel_x = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    sobel_y = sobel_x.T
    gx = corr(image, sobel_x)
    gy = corr(image, sobel_x)
    return np.sqrt(gx**2 + gy**2)
# %% right: separable slices and a complex number's absolute value
def edge_strength(image):
    image = np.asarray(image, float)
    smooth_down = image[:-2] + 2 * image[1:-1] + image[2:]
    smooth_across = image[:, :-2] + 2 * image[:, 1:-1] + image[:, 2:]
    gx = smooth_down[:, 2:] - smooth_down[:, :-2]
    gy = smooth_across[2:] - smooth_across[:-2]
    return np.abs(gx + 1j * gy)
