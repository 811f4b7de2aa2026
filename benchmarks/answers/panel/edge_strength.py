# %% wrong: |gx| + |gy| in place of the root of the squares; shows where both are not 0
def edge_strength(image):
    s = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    w = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = (w * s).sum(axis=(2, 3))
    gy = (w * s.T).sum(axis=(2, 3))
    return np.abs(gx) + np.abs(gy)
# %% wrong: the second kernel is the first one reversed and not its transpose, so both measure left-right only; edges top-bottom are not found
def edge_strength(image):
    def corr(x, k):
        out = np.zeros((x.shape[0] - 2, x.shape[1] - 2))
        for i in range(out.shape[0]):
            for j in range(out.shape[1]):
                out[i, j] = np.sum(x[i:i+3, j:j+3] * k)
        return out
    sobel_x = np.array([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    sobel_y = sobel_x[:, ::-1]
    return np.hypot(corr(image, sobel_x), corr(image, sobel_y))
# %% wrong: the image is padded with zeros first, so the result is (H, W) and not (H - 2, W - 2)
def edge_strength(image):
    H, W = image.shape
    p = np.pad(image, 1)
    gx = np.zeros((H, W))
    gy = np.zeros((H, W))
    k = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    for di in range(3):
        for dj in range(3):
            gx += k[di][dj] * p[di:di+H, dj:dj+W]
            gy += k[dj][di] * p[di:di+H, dj:dj+W]
    return np.sqrt(gx**2 + gy**2)
# %% wrong: two mistakes: the kernel has the weights 1, 1, 1 and not 1, 2, 1, and the root is missing
def edge_strength(image):
    kx = np.array([[-1, 0, 1]] * 3)
    win = np.lib.stride_tricks.sliding_window_view(image, (3, 3))
    gx = np.einsum("hwij,ij->hw", win, kx)
    gy = np.einsum("hwij,ji->hw", win, kx)
    return gx**2 + gy**2
# %% right: differences and smoothing done one after the other, then the size of a complex number
def edge_strength(image):
    im = np.asarray(image, float)
    across = im[:, 2:] - im[:, :-2]
    down = im[2:] - im[:-2]
    gx = across[:-2] + 2 * across[1:-1] + across[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    return np.abs(gx + 1j * gy)
