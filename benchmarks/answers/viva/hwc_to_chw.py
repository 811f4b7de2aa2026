# %% wrong: reshape to (C, H, W) instead of a transpose: the shape is right, the pixels are torn apart
def hwc_to_chw(image):
    H, W, C = image.shape
    return image.reshape(C, H, W)
# %% wrong: image.T reverses all axes, so it returns (C, W, H) with height and width exchanged
def hwc_to_chw(image):
    return image.T
# %% wrong: the axes are named the other way round, transpose(1, 2, 0), which returns (W, C, H)
def hwc_to_chw(image):
    return np.transpose(image, (1, 2, 0))
# %% wrong: works for exactly three channels only: fewer raise an IndexError, further ones are dropped
def hwc_to_chw(image):
    red, green, blue = image[:, :, 0], image[:, :, 1], image[:, :, 2]
    return np.stack([red, green, blue])
# %% right: einsum used only to rename the order of the axes
def hwc_to_chw(image):
    return np.einsum("hwc->chw", image)
