# %% wrong: returns -image; the 1 from which the image must be subtracted is forgotten, so values lie in [-1, 0]
def invert(image):
    return -image
# %% wrong: subtracts from the image's own maximum instead of from 1, so it is right only when the brightest value is exactly 1
def invert(image):
    brightest = image.max()
    return brightest - image
# %% wrong: the values are right, but `negative = image` is no copy, so the caller's image is changed in place
def invert(image):
    negative = image
    negative *= -1
    negative += 1
    return negative
# %% wrong: two loops assume that the image has exactly two axes: a one-dimensional image raises ValueError (not enough values to unpack), and so does one with three or more axes (too many values to unpack)
def invert(image):
    height, width = image.shape
    out = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            out[i, j] = 1 - image[i, j]
    return out
# %% right: distance from white
def invert(image):
    return np.abs(image - 1)
