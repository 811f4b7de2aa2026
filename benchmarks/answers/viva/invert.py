# %% wrong: the values are right, but the negative is computed in place, so the caller's image is changed
def invert(image):
    image *= -1
    image += 1
    return image
# %% wrong: subtracts from the image's own maximum instead of from 1, right only where the brightest pixel is exactly 1
def invert(image):
    white = image.max()
    return white - image
# %% wrong: the negative is printed and not returned, so the function returns None
def invert(image):
    negative = 1 - image
    print(negative)
# %% wrong: works for two axes only; for any other number of axes the line `h, w = image.shape` raises a ValueError
def invert(image):
    h, w = image.shape
    out = np.zeros((h, w))
    for r in range(h):
        for c in range(w):
            out[r, c] = 1 - image[r, c]
    return out
# %% right: subtracts from an array of ones of the same shape
def invert(image):
    white = np.ones_like(image)
    return np.subtract(white, image)
