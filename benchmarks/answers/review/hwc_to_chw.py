# %% wrong: image.T also exchanges rows and columns: (C, W, H)
def hwc_to_chw(image):
    return image.T
# %% wrong: transpose(1, 2, 0), the axes in the inverse order: (W, C, H)
def hwc_to_chw(image):
    return np.transpose(image, (1, 2, 0))
# %% wrong: the result is uint8, so brightness between 0 and 1 becomes 0
def hwc_to_chw(image):
    h, w, c = image.shape
    out = np.zeros((c, h, w), dtype=np.uint8)
    for k in range(c):
        out[k] = image[:, :, k]
    return out
