# %% wrong: reshape in place of transpose: the shape is right, but the numbers stay in their order in memory and the pixels are torn apart
def hwc_to_chw(image):
    h, w, c = image.shape
    return image.reshape(c, h, w)
# %% wrong: image.T reverses all three axes: it returns (C, W, H), with height and width swapped
def hwc_to_chw(image):
    return image.T
# %% wrong: the result is an array of uint8, so pixels with fractions (values between 0 and 1) are cut to whole numbers (and negative numbers wrap round)
def hwc_to_chw(image):
    H, W, C = image.shape
    out = np.zeros((C, H, W), dtype=np.uint8)
    for c in range(C):
        out[c] = image[:, :, c]
    return out
# %% wrong: the channels come out in reversed order (blue, green, red), everything else is right
def hwc_to_chw(image):
    return np.moveaxis(image[..., ::-1], -1, 0)
# %% right: split along the last axis
def hwc_to_chw(image):
    return np.array([image[..., channel] for channel in range(image.shape[-1])])
