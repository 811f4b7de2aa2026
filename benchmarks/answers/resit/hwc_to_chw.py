# %% wrong: reshape gives the right shape and tears the pixels apart
def hwc_to_chw(image):
    height, width, channels = image.shape
    return image.reshape(channels, height, width)
# %% wrong: swaps the first and the last axis, so rows and columns are exchanged: (C, W, H)
def hwc_to_chw(image):
    return np.swapaxes(image, 0, 2)
# %% wrong: the opposite conversion, transpose(1, 2, 0), which gives (W, C, H)
def hwc_to_chw(image):
    return np.transpose(image, (1, 2, 0))
# %% wrong: picks rows in place of channels (image[c] and not image[:, :, c])
def hwc_to_chw(image):
    channels = []
    for c in range(image.shape[2]):
        channels.append(image[c])
    return np.array(channels)
# %% right: the axes named by einsum
def hwc_to_chw(image):
    return np.einsum("hwc->chw", image)
