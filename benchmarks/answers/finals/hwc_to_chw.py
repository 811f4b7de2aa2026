# %% wrong: .T turns all axes round and gives (C, W, H), rows and columns exchanged
def hwc_to_chw(image):
    return np.ascontiguousarray(image.T)
# %% wrong: reshape, the pixels are torn apart
def hwc_to_chw(image):
    height, width, channels = image.shape
    return image.ravel().reshape((channels, height, width))
# %% wrong: the wrong way round, from CHW to HWC
def hwc_to_chw(image):
    return np.moveaxis(image, 0, -1)
# %% right: the channels picked one by one and stacked
def hwc_to_chw(image):
    return np.stack([image[..., channel] for channel in range(image.shape[-1])])
