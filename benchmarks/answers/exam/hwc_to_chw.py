# %% wrong: image.T turns the picture as well, (C, W, H)
def hwc_to_chw(image):
    return image.T

# %% wrong: reshape keeps the order in memory and tears the pixels apart
def hwc_to_chw(image):
    h, w, c = image.shape
    return image.reshape(c, h, w)

# %% wrong: the way back, (W, C, H) as from CHW to HWC
def hwc_to_chw(image):
    return image.transpose(1, 2, 0)

# %% wrong: three channels are written in, a grey image raises an IndexError, a fourth channel is lost
def hwc_to_chw(image):
    red, green, blue = image[:, :, 0], image[:, :, 1], image[:, :, 2]
    return np.stack([red, green, blue])

# %% wrong: the channels come out in reverse order, blue first
def hwc_to_chw(image):
    return np.stack([image[..., c] for c in range(image.shape[2])][::-1])

# %% wrong: the caller's array is given the new shape, and the pixels are torn apart (two mistakes)
def hwc_to_chw(image):
    h, w, c = image.shape
    image.shape = (c, h, w)
    return image

# %% right: a new array, channel by channel
def hwc_to_chw(image):
    h, w, c = image.shape
    out = np.empty((c, h, w), dtype=image.dtype)
    for channel in range(c):
        out[channel] = image[:, :, channel]
    return out

# %% right: moveaxis
def hwc_to_chw(image):
    return np.moveaxis(image, -1, 0)
