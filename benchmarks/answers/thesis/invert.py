# %% wrong: 1 is replaced by the largest pixel of the image; shows when no pixel is exactly 1
def invert(image):
    # swap the brightest with 0
    brightest = np.max(image)
    return brightest - image
# %% wrong: works in place, so the caller's image is changed (the returned values are right)
def invert(image):
    image *= -1
    image += 1
    return image
# %% wrong: every pixel becomes exactly 0 or 1; shows as soon as there are grey values in between
def invert(image):
    return np.where(image < 0.5, 1.0, 0.0)
# %% wrong: two loops over rows and columns, so only arrays with two axes work; other shapes raise a ValueError
def invert(image):
    h, w = image.shape
    result = np.zeros((h, w))
    for r in range(h):
        for c in range(w):
            result[r, c] = 1 - image[r, c]
    return result
# %% right: a straight line through (0, 1) and (1, 0), by interpolation
def invert(image):
    return np.interp(image, [0.0, 1.0], [1.0, 0.0])
