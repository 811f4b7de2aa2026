# %% wrong: works on the caller's array itself (result = image is no copy), so the argument is changed
def invert(image):
    result = image
    result *= -1
    result += 1
    return result
# %% wrong: takes the image's own maximum for white in place of 1
def invert(image):
    return image.max() - image
# %% wrong: np.invert is bitwise not and does not take floats: TypeError
def invert(image):
    return np.invert(image)
# %% wrong: the negative is computed but never returned (None)
def invert(image):
    negative = np.ones(image.shape)
    negative = negative - image
# %% right: np.vectorize, pixel by pixel
def invert(image):
    flip = np.vectorize(lambda pixel: 1.0 - pixel, otypes=[float])
    return flip(image)
