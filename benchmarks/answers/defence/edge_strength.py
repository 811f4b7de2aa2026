# %% wrong: adds the absolute values of the two responses, |gx| + |gy|, instead of the root of the sum of squares
def edge_strength(image):
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("hwij,ij->hw", windows, sobel)
    gy = np.einsum("hwij,ij->hw", windows, sobel.T)
    return np.abs(gx) + np.abs(gy)
# %% wrong: the transposed kernel is applied to gx instead of to the image, so gy is smaller than gx by 2 each way and adding them raises ValueError (for tiny images the shapes may broadcast: wrong values)
def edge_strength(image):
    def correlate2d(x, k):
        return np.array([[np.sum(x[r:r + 3, c:c + 3] * k) for c in range(x.shape[1] - 2)]
                         for r in range(x.shape[0] - 2)])

    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx = correlate2d(image, sobel)
    gy = correlate2d(gx, sobel.T)
    return np.sqrt(gx**2 + gy**2)
# %% wrong: the result is divided by its maximum, so the strengths are scaled to at most 1
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    h, w = image.shape[0] - 2, image.shape[1] - 2
    strength = np.zeros((h, w))
    for r in range(h):
        for c in range(w):
            patch = image[r:r + 3, c:c + 3]
            strength[r, c] = np.hypot((patch * sobel).sum(), (patch * sobel.T).sum())
    return strength / strength.max()
# %% wrong: the kernel has weights 1, 1, 1 (Prewitt) in place of Sobel's 1, 2, 1
def edge_strength(image):
    kernel = np.array([[-1.0, 0, 1], [-1, 0, 1], [-1, 0, 1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = (windows * kernel).sum(axis=(-1, -2))
    gy = (windows * kernel.T).sum(axis=(-1, -2))
    return np.sqrt(gx**2 + gy**2)
# %% right: separable slices, absolute value of a complex number
def edge_strength(image):
    im = np.asarray(image, dtype=float)
    smooth_down = im[:-2] + 2 * im[1:-1] + im[2:]
    smooth_across = im[:, :-2] + 2 * im[:, 1:-1] + im[:, 2:]
    return np.abs((smooth_down[:, 2:] - smooth_down[:, :-2])
                  + 1j * (smooth_across[2:] - smooth_across[:-2]))
