# %% wrong: the numbers are only poured into the new shape, np.reshape keeps their order in memory
def hwc_to_chw(image):
    return np.reshape(image, (image.shape[-1], *image.shape[:2]))
# %% wrong: swapaxes(0, 2): channels first, but height and width change places
def hwc_to_chw(image):
    return np.swapaxes(image, 0, 2)
# %% wrong: only the last two axes are swapped, (H, C, W)
def hwc_to_chw(image):
    return np.swapaxes(image, 1, 2)
# %% wrong: moveaxis the wrong way round, axis 0 goes to the end: (W, C, H)
def hwc_to_chw(image):
    return np.moveaxis(image, 0, -1)
# %% wrong: out.flat = image.flat, the shape is right but the numbers are filled in in the old order
def hwc_to_chw(image):
    h, w, c = image.shape
    out = np.zeros((c, h, w))
    out.flat = image.flat
    return out
# %% wrong: the loop stops before the last channel, its plane is missing
def hwc_to_chw(image):
    h, w, c = image.shape
    planes = [image[:, :, k] for k in range(c - 1)]
    return np.array(planes).reshape(c - 1, h, w)
# %% wrong: each row mirrored, the columns run backwards
def hwc_to_chw(image):
    return np.stack([image[:, ::-1, k] for k in range(image.shape[2])])
# %% wrong: a row of each channel is taken instead of a plane: image[k] for image[:, :, k]
def hwc_to_chw(image):
    return np.stack([image[k] for k in range(min(image.shape[2], image.shape[0]))])
# %% wrong: the channels are averaged to grey
def hwc_to_chw(image):
    return image.mean(axis=2)[None]
# %% wrong: copied to bytes, negative values and fractions are lost
def hwc_to_chw(image):
    h, w, c = image.shape
    out = np.zeros((c, h, w), dtype=np.uint8)
    for k in range(c):
        out[k] = np.floor(image[..., k]).astype(np.int64) % 256
    return out
# %% wrong: IndexError, rows and channels are mixed up in the loop
def hwc_to_chw(image):
    h, w, c = image.shape
    out = np.zeros((c, h, w))
    for i in range(h):
        for j in range(w):
            for k in range(c):
                out[i, j, k] = image[i, j, k]
    return out
# %% right: three loops
def hwc_to_chw(image):
    h, w, c = image.shape
    out = np.zeros((c, h, w), image.dtype)
    for i in range(h):
        for j in range(w):
            for k in range(c):
                out[k, i, j] = image[i, j, k]
    return out
# %% right: einsum
def hwc_to_chw(image):
    return np.einsum("hwc->chw", image)
# %% right: two swaps
def hwc_to_chw(image):
    return image.swapaxes(1, 2).swapaxes(0, 1)
