# %% wrong: reshape
def hwc_to_chw(image):
    return image.reshape(image.shape[2], image.shape[0], image.shape[1])
# %% wrong: .T gives (C, W, H)
def hwc_to_chw(image):
    return image.T
# %% wrong: transpose(1, 2, 0): the other way
def hwc_to_chw(image):
    return image.transpose(1, 2, 0)
# %% wrong: swapaxes(0, 2)
def hwc_to_chw(image):
    return np.swapaxes(image, 0, 2)
# %% right: moveaxis
def hwc_to_chw(image):
    return np.moveaxis(image, -1, 0)
