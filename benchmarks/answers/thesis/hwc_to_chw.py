# %% wrong: reshape in place of transpose, which tears pixels apart; shows for more than one channel
def hwc_to_chw(image):
    h, w, c = image.shape
    return image.reshape(c, h, w)
# %% wrong: .T reverses all axes, so height and width are swapped: (C, W, H)
def hwc_to_chw(image):
    return image.T
# %% wrong: exactly three channels are taken; fewer raise an IndexError, more are lost
def hwc_to_chw(image):
    red = image[:, :, 0]
    green = image[:, :, 1]
    blue = image[:, :, 2]
    return np.stack([red, green, blue])
# %% wrong: the move is the other way round, the first axis goes to the end: (W, C, H)
def hwc_to_chw(image):
    return np.moveaxis(image, 0, -1)
# %% right: the image is split along its last axis and stacked again
def hwc_to_chw(image):
    return np.stack([image[..., k] for k in range(image.shape[-1])], axis=0)
