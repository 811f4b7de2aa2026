# %% wrong: the argument is changed in place (multiplied by -1, then 1 is added), so the caller's image becomes the negative
def invert(image):
    negative = image
    negative *= -1
    negative += 1
    return negative
# %% wrong: subtracts from the image's own maximum instead of from 1, so it is right only where the brightest value is 1
def invert(image):
    brightest = np.max(image)
    return brightest - image
# %% wrong: the values are cast to whole numbers before subtracting from 1, so every grey between 0 and 1 becomes 1
def invert(image):
    img = image.astype(int)
    return 1 - img
# %% wrong: works for images with exactly two axes only; any other number of axes raises ValueError at the unpacking of the shape
def invert(image):
    height, width = image.shape
    out = np.zeros((height, width))
    for r in range(height):
        for c in range(width):
            out[r, c] = 1 - image[r, c]
    return out
# %% right: distance from white
def invert(image):
    return np.abs(np.asarray(image) - 1)
