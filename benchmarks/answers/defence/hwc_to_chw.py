# %% wrong: reshape instead of transpose: the shape is right, but the pixels are torn apart
def hwc_to_chw(image):
    H, W, C = image.shape
    return image.reshape(C, H, W)
# %% wrong: rows and columns are swapped too: swapaxes(0, 2) gives (C, W, H), every channel is transposed
def hwc_to_chw(image):
    return np.swapaxes(image, 0, 2)
# %% wrong: exactly three channels are assumed: IndexError for fewer, channels are dropped for more
def hwc_to_chw(image):
    red, green, blue = image[:, :, 0], image[:, :, 1], image[:, :, 2]
    return np.stack([red, green, blue])
# %% wrong: the values are also divided by 255
def hwc_to_chw(image):
    channels_first = image.transpose(2, 0, 1)
    return channels_first / 255
# %% right: split along the last axis
def hwc_to_chw(image):
    return np.array([np.squeeze(channel, axis=2) for channel in np.split(image, np.shape(image)[2], axis=2)])
