# %% wrong: the sign is changed, not 1 - image; shows on every image
def invert(image):
    return -image
# %% wrong: the image that is given is itself changed (the values returned are right)
def invert(image):
    # black <-> white
    image *= -1
    image += 1
    return image
# %% wrong: the result is cut to whole numbers; shows on every value between 0 and 1
def invert(image):
    result = np.zeros(np.shape(image), dtype=int)
    result[...] = 1 - image
    return result
# %% wrong: subtracts from the largest value of the image, not from 1; shows where the largest value is not 1
def invert(image):
    white = np.max(image)
    return white - image
# %% right: every value by itself, with vectorize
def invert(image):
    return np.vectorize(lambda v: 1.0 - v, otypes=[float])(image)
