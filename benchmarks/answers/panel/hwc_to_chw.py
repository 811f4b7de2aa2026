# %% wrong: reshape keeps the numbers in their order in memory; the shape is right, the pixels are torn apart; shows when there is more than one channel and more than one pixel
def hwc_to_chw(image):
    h, w, c = image.shape
    return image.reshape(c, h, w)
# %% wrong: all axes are reversed, so the result is (C, W, H) and each channel is transposed
def hwc_to_chw(image):
    return image.T
# %% wrong: always three channels; with fewer it raises, with more the others are lost
def hwc_to_chw(image):
    red = image[:, :, 0]
    green = image[:, :, 1]
    blue = image[:, :, 2]
    return np.stack([red, green, blue])
# %% wrong: the result holds whole numbers only (dtype uint8), so fractions are cut off
def hwc_to_chw(image):
    H, W, C = image.shape
    chw = np.zeros((C, H, W), dtype=np.uint8)
    for y in range(H):
        for x in range(W):
            chw[:, y, x] = image[y, x]
    return chw
# %% right: einsum renames the axes
def hwc_to_chw(image):
    return np.einsum("hwc->chw", image).copy()
