# %% wrong: NumPy's bitwise invert is meant as "negative"; it does not exist for floats and raises a TypeError
def invert(image):
    return np.invert(image)
# %% wrong: takes the picture's own maximum for white, so a dark picture becomes too dark
def invert(image):
    brightest = np.max(image)
    negative = brightest - image
    return negative
# %% wrong: thresholds at a half instead of turning the brightness round
def invert(image):
    return np.where(image < 0.5, 1.0, 0.0)
# %% wrong: the new values are written into the caller's image
def invert(image):
    for place in np.ndindex(image.shape):
        image[place] = 1 - image[place]
    return image
# %% right: multiplied by -1 and lifted by 1, on a copy
def invert(image):
    negative = np.array(image, copy=True)
    negative *= -1
    negative += 1
    return negative
