# %% wrong: subtracts from the largest value of the image instead of from 1
def invert(image):
    return image.max() - image

# %% wrong: np.invert is the bitwise not, it raises a TypeError on floats
def invert(image):
    return np.invert(image)

# %% wrong: writes the negative into the caller's array
def invert(image):
    image *= -1
    image += 1
    return image

# %% wrong: only two axes, ValueError on a row of pixels or on more axes
def invert(image):
    height, width = image.shape
    negative = np.zeros((height, width))
    for r in range(height):
        for c in range(width):
            negative[r, c] = 1 - image[r, c]
    return negative

# %% wrong: black and white only, grey values are lost by the threshold
def invert(image):
    return np.where(image > 0.5, 0.0, 1.0)

# %% wrong: the result array is of whole numbers, greys are cut off
def invert(image):
    negative = np.full(image.shape, 1)
    negative[...] = 1 - image
    return negative

# %% right: distance from white
def invert(image):
    return np.abs(image - 1)
