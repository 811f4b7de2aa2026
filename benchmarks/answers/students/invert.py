# %% wrong: the negative number -image instead of the photographic negative 1 - image
def invert(image):
    return -image
# %% wrong: written for 8-bit images: 255 - image
def invert(image):
    return 255 - image
# %% wrong: takes the image's own maximum instead of 1 (right when the brightest pixel is 1)
def invert(image):
    return image.max() - image
# %% wrong: writes into image with [...] and returns it: the argument is changed
def invert(image):
    image[...] = 1 - image
    return image
# %% wrong: turns the picture over, image[::-1], instead of its brightness
def invert(image):
    return image[::-1]
# %% wrong: computes the result and returns nothing
def invert(image):
    negative = 1.0 - image
# %% right: np.subtract from an array of ones
def invert(image):
    return np.subtract(np.ones_like(image), image)
