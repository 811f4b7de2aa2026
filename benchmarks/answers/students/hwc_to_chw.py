# %% wrong: reshape to (C, H, W): right shape, pixels torn apart (right for one channel)
def hwc_to_chw(image):
    H, W, C = image.shape
    return image.reshape(C, H, W)
# %% wrong: image.T turns the picture too: (C, W, H)
def hwc_to_chw(image):
    return image.T
# %% wrong: swapaxes(0, 2) exchanges H and C: (C, W, H)
def hwc_to_chw(image):
    return np.swapaxes(image, 0, 2)
# %% wrong: transpose(1, 2, 0) is the way back: (W, C, H)
def hwc_to_chw(image):
    return image.transpose(1, 2, 0)
# %% right: a list of the channels
def hwc_to_chw(image):
    return np.array([image[:, :, c] for c in range(image.shape[2])])
