# %% wrong: the two outputs are added before they are squared, which gives |gx + gy|
def edge_strength(image):
    sobel = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    w = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("hwij,ij->hw", w, sobel)
    gy = np.einsum("hwij,ij->hw", w, sobel.T)
    return np.sqrt((gx + gy) ** 2)
# %% wrong: the second kernel is the first one mirrored left for right, not transposed; so top-bottom edges are not found
def edge_strength(image):
    def corr(img, k):
        h, w = img.shape
        res = np.zeros((h - 2, w - 2))
        for r in range(h - 2):
            for c in range(w - 2):
                res[r, c] = (img[r:r + 3, c:c + 3] * k).sum()
        return res
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx = corr(image, sobel)
    gy = corr(image, np.fliplr(sobel))
    return np.hypot(gx, gy)
# %% wrong: the image is padded with a ring of zeros first, so the output is (H, W) and not (H - 2, W - 2)
def edge_strength(image):
    p = np.pad(image, 1)
    s = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    win = np.lib.stride_tricks.sliding_window_view(p, (3, 3))
    gx = (win * s).sum(axis=(-1, -2))
    gy = (win * s.T).sum(axis=(-1, -2))
    return np.sqrt(gx**2 + gy**2)
# %% wrong: the weights are 1, 1, 1 in place of Sobel's 1, 2, 1
def edge_strength(image):
    k = np.array([[-1, 0, 1]] * 3)
    view = np.lib.stride_tricks.sliding_window_view(image, k.shape)
    gx = np.tensordot(view, k, axes=2)
    gy = np.tensordot(view, k.T, axes=2)
    return np.sqrt(gx**2 + gy**2)
# %% right: by slices: first smooth one way, then subtract the other way
def edge_strength(image):
    a = np.asarray(image, dtype=float)
    down = a[:-2] + 2 * a[1:-1] + a[2:]
    across = a[:, :-2] + 2 * a[:, 1:-1] + a[:, 2:]
    return np.hypot(down[:, 2:] - down[:, :-2], across[2:] - across[:-2])
