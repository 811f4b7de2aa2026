# %% wrong: reshape instead of transpose, pixels are torn apart
def hwc_to_chw(image):
    h, w, c = image.shape
    return image.reshape(c, h, w)
# %% wrong: (C, W, H), height and width are exchanged
def hwc_to_chw(image):
    return image.transpose(2, 1, 0)
# %% wrong: transpose(1, 2, 0), the result is (W, C, H)
def hwc_to_chw(image):
    return image.transpose(1, 2, 0)
# %% wrong: .T reverses all three axes
def hwc_to_chw(image):
    return image.T
# %% wrong: nothing is moved, the image comes back as (H, W, C)
def hwc_to_chw(image):
    image.transpose(2, 0, 1)
    return image
# %% wrong: the channels come in reverse order (BGR)
def hwc_to_chw(image):
    return image[:, :, ::-1].transpose(2, 0, 1)
# %% wrong: a batch axis is added, (1, C, H, W)
def hwc_to_chw(image):
    return image.transpose(2, 0, 1)[None]
# %% wrong: only three channels are copied, C is hard-coded (IndexError for grey images)
def hwc_to_chw(image):
    h, w, _ = image.shape
    out = np.zeros((3, h, w))
    for c in range(3):
        out[c] = image[:, :, c]
    return out
# %% wrong: ValueError, transpose is called with two axes
def hwc_to_chw(image):
    return image.transpose(2, 0)
# %% wrong: the rows come upside down
def hwc_to_chw(image):
    return image[::-1].transpose(2, 0, 1)
# %% right: transpose
def hwc_to_chw(image):
    return image.transpose(2, 0, 1)
# %% right: moveaxis
def hwc_to_chw(image):
    return np.moveaxis(image, -1, 0)
# %% right: stack of the channels
def hwc_to_chw(image):
    return np.stack([image[:, :, c] for c in range(image.shape[2])])
