# %% wrong: uses reshape, which keeps the order of the numbers in memory: the shape is right but the pixels are torn apart (right for one channel only)
def hwc_to_chw(image):
    h, w, c = image.shape
    return image.reshape(c, h, w)
# %% wrong: .T reverses all three axes, so the result is (C, W, H): height and width are exchanged
def hwc_to_chw(image):
    return image.T
# %% wrong: the axes of the transpose are those of the opposite conversion (CHW to HWC): the result is (W, C, H)
def hwc_to_chw(image):
    return np.transpose(image, (1, 2, 0))
# %% wrong: exactly three channels are assumed: further channels are dropped, and with fewer than three it raises IndexError
def hwc_to_chw(image):
    red, green, blue = image[:, :, 0], image[:, :, 1], image[:, :, 2]
    return np.array([red, green, blue])
# %% right: pixel by pixel
def hwc_to_chw(image):
    height, width, channels = image.shape
    out = np.empty((channels, height, width), image.dtype)
    for row, column in np.ndindex(height, width):
        out[:, row, column] = image[row, column]
    return out
