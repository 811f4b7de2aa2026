# %% wrong: whole-number images are taken from 255
def invert(image):
    image = np.asarray(image)
    if np.issubdtype(image.dtype, np.integer):
        return 255 - image
    return 1.0 - image
# %% wrong: goes through the rows, an array without axes crashes
def invert(image):
    return np.array([1 - row for row in image])
# %% wrong: goes through bytes (0..255), the values are cut to 256 steps
def invert(image):
    as_bytes = (np.asarray(image) * 255).astype(np.uint8)
    return (255 - as_bytes) / 255
# %% wrong: flips the values about the image's own maximum instead of 1
def invert(image):
    img = np.asarray(image)
    return img.max() - img
# %% wrong: in place with np.subtract out, changes the argument
def invert(image):
    np.subtract(1, image, out=image)
    return image
# %% wrong: loops over two axes only and a buffer of shape (H, W), other dimensions crash
def invert(image):
    h, w = image.shape
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            out[i, j] = 1 - image[i, j]
    return out
# %% wrong: takes an image without a value above 0.5 for black and answers all ones
def invert(image: np.ndarray) -> np.ndarray:
    image = np.asarray(image)
    if image.max() <= 0.5:
        return np.ones_like(image)
    return 1.0 - image
# %% wrong: result rounded to two digits
def invert(image):
    return np.round(1 - np.asarray(image), 2)
# %% right: ndindex
def invert(image):
    image = np.asarray(image)
    out = np.zeros(image.shape)
    for where in np.ndindex(*image.shape):
        out[where] = 1 - float(image[where])
    return out
# %% right: ones
def invert(image):
    return np.ones(np.shape(image)) - image
