# %% wrong: subtracts from the brightest value of the image and not from 1; shows when the largest value is not 1
def invert(image):
    white = image.max()
    return white - image
# %% wrong: the values are right, but they are written into the caller's image
def invert(image):
    image *= -1
    image += 1
    return image
# %% wrong: every pixel becomes only black or white (threshold 0.5); shows when a pixel lies between 0 and 1
def invert(image):
    # bright -> black, dark -> white
    return np.where(image > 0.5, 0.0, 1.0)
# %% wrong: crash for every image that does not have exactly two axes
def invert(image):
    rows, cols = image.shape
    neg = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            neg[r, c] = 1 - image[r, c]
    return neg
# %% right: np.subtract with an array of ones
def invert(image):
    white = np.ones(np.shape(image))
    return np.subtract(white, image)
