# %% wrong: reshape gives the right shape but tears the pixels apart; shows for more than one channel and more than one pixel
def hwc_to_chw(image):
    h, w, c = image.shape
    return image.reshape(c, h, w)
# %% wrong: transposed the other way (1, 2, 0), which is CHW to HWC; gives (W, C, H)
def hwc_to_chw(image):
    return np.transpose(image, (1, 2, 0))
# %% wrong: three channels are fixed; more are dropped, fewer crash
def hwc_to_chw(image):
    red = image[:, :, 0]
    green = image[:, :, 1]
    blue = image[:, :, 2]
    return np.stack([red, green, blue])
# %% wrong: rows and columns are exchanged too, (C, W, H)
def hwc_to_chw(image):
    return image.T
# %% right: one map for each channel, by dsplit
def hwc_to_chw(image):
    return np.array([plane[:, :, 0] for plane in np.dsplit(image, image.shape[2])])
