# %% wrong: np.dsplit leaves a last axis of length 1: (C, H, W, 1) in place of (C, H, W)
def hwc_to_chw(image):
    return np.array(np.dsplit(image, image.shape[2]))
# %% wrong: exactly three channels are taken: a fourth is dropped, one or two raise IndexError; right for RGB
def hwc_to_chw(image):
    red, green, blue = image[:, :, 0], image[:, :, 1], image[:, :, 2]
    return np.stack([red, green, blue])
# %% wrong: the channels come out in reverse order (as from BGR)
def hwc_to_chw(image):
    return image[..., ::-1].transpose(2, 0, 1)
# %% wrong: two mistakes: the shape is set without moving the numbers (pixels are torn apart), and it is set on the caller's image (argument changed)
def hwc_to_chw(image):
    h, w, c = image.shape
    image.shape = (c, h, w)
    return image
# %% right: loop over the pixels
def hwc_to_chw(image):
    h, w, c = image.shape
    out = np.empty((c, h, w), dtype=image.dtype)
    for row in range(h):
        for col in range(w):
            out[:, row, col] = image[row, col]
    return out
