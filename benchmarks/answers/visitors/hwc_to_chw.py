# %% wrong: .T reverses all axes, so height and width change places: (C, W, H)
def hwc_to_chw(image):
    return image.T
# %% wrong: reshape keeps the numbers in their order and tears the pixels apart
def hwc_to_chw(image):
    height, width, channels = image.shape
    return image.reshape(channels, height, width)
# %% wrong: the permutation for the other direction (CHW to HWC), which gives (W, C, H)
def hwc_to_chw(image):
    return np.transpose(image, (1, 2, 0))
# %% right: collects the channels in a list
def hwc_to_chw(image):
    return np.array([image[:, :, channel] for channel in range(image.shape[2])])
