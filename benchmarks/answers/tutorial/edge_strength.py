# %% wrong: the transposed kernel is applied to gx and not to the image, so gy is (H - 4, W - 4): ValueError when the two are added (a side of 5 broadcasts by accident)
def edge_strength(image):
    def correlate(a, k):
        view = np.lib.stride_tricks.sliding_window_view(a, k.shape)
        return np.einsum("hwij,ij->hw", view, k)
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    g = correlate(image, sobel)
    g2 = correlate(g, sobel.T)
    return np.sqrt(g ** 2 + g2 ** 2)
# %% wrong: |gx| + |gy| in place of the root of the squares; right only where one of the two is 0
def edge_strength(image):
    top, middle, bottom = image[:-2], image[1:-1], image[2:]
    smooth_down = top + 2 * middle + bottom
    gx = smooth_down[:, 2:] - smooth_down[:, :-2]
    smooth_across = image[:, :-2] + 2 * image[:, 1:-1] + image[:, 2:]
    gy = smooth_across[2:] - smooth_across[:-2]
    return np.abs(gx) + np.abs(gy)
# %% wrong: the second kernel is sobel[::-1] in place of sobel.T; that is the same kernel again, so the result is |gx| times the root of 2 and horizontal edges are missed
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    h, w = image.shape
    strength = np.zeros((h - 2, w - 2))
    for r in range(h - 2):
        for c in range(w - 2):
            patch = image[r:r + 3, c:c + 3]
            gx = np.sum(patch * sobel)
            gy = np.sum(patch * sobel[::-1])
            strength[r, c] = math.hypot(gx, gy)
    return strength
# %% wrong: two mistakes: the root is left out (gx squared plus gy squared), and the result is scaled so that its maximum is 1
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = (windows * sobel).sum(axis=(-2, -1))
    gy = (windows * sobel.T).sum(axis=(-2, -1))
    total = gx * gx + gy * gy
    return total / total.max()
# %% right: both kernels at once, norm over the two answers
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    both = np.stack([sobel, sobel.T])
    windows = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    answers = np.einsum("hwij,kij->khw", windows, both)
    return np.linalg.norm(answers, axis=0)
