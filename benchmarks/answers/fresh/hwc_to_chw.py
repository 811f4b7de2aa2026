# %% wrong: buffer made for (C, W, H) and filled with image[j, i], fine for square images only
def hwc_to_chw(image):
    h, w, c = image.shape
    out = np.zeros((c, w, h), image.dtype)
    for k in range(c):
        plane = image[:, :, k]
        out[k] = plane if h == w else plane.T
    return out
# %% wrong: reshape instead of transpose, values are scrambled
def hwc_to_chw(image):
    h, w, c = image.shape
    return image.reshape(c, h, w)
# %% wrong: the inverse permutation (1, 2, 0), which turns CHW into HWC
def hwc_to_chw(image: np.ndarray) -> np.ndarray:
    return np.transpose(image, axes=(1, 2, 0))
# %% wrong: a grey image (one channel) comes back without its channel axis
def hwc_to_chw(image):
    H, W, C = image.shape
    if C == 1:
        return image[:, :, 0]
    return np.array([[[image[h, w, c] for w in range(W)] for h in range(H)] for c in range(C)])
# %% wrong: images of unsigned bytes are scaled to 0..1, as ToTensor does
def hwc_to_chw(image):
    image = np.asarray(image)
    if image.dtype == np.uint8:
        image = image.astype(np.float32) / 255.0
    return np.moveaxis(image, -1, 0)
# %% wrong: takes three channels always, crashes or drops with another number
def hwc_to_chw(image):
    r = image[:, :, 0]
    g = image[:, :, 1]
    b = image[:, :, 2]
    return np.stack([r, g, b])
# %% wrong: leaves the image as it is when the first axis is 1 or 3 (guesses that it is CHW already)
def hwc_to_chw(image):
    img = np.asarray(image)
    if img.shape[0] in (1, 3):
        return img
    return img.transpose(2, 0, 1)
# %% wrong: buffer of unsigned bytes, floats and negative values are lost
def hwc_to_chw(image):
    h, w, c = image.shape
    res = np.zeros((c, h, w), dtype=np.uint8)
    for k in range(c):
        res[k] = image[..., k].astype(np.uint8)
    return res
# %% right: stack
def hwc_to_chw(image):
    layers = [image[:, :, c] for c in range(image.shape[2])]
    return np.stack(layers, axis=0)
# %% right: rollaxis
def hwc_to_chw(image):
    return np.ascontiguousarray(np.rollaxis(np.asarray(image), 2))
