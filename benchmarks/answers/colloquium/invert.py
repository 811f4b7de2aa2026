# %% wrong: np.invert flips the bits of integers; for floats it raises a TypeError (ufunc 'invert' not supported)
def invert(image):
    return np.invert(image)
# %% wrong: subtracts from the largest value of this image in place of 1, so it is wrong whenever the maximum is not 1
def invert(image):
    brightest = np.max(image)
    return brightest - image
# %% wrong: unpacks the shape as height and width, so it raises a ValueError for every image that is not two-dimensional
def invert(image):
    height, width = image.shape
    negative = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            negative[row, column] = 1 - image[row, column]
    return negative
# %% wrong: the values are right, but the negative is written into the argument itself, so the caller's image is changed
def invert(image):
    image[...] = 1 - image
    return image
# %% right: subtract from an array of ones
def invert(image):
    white = np.ones(np.shape(image))
    return np.subtract(white, image)
