# %% wrong: calls np.invert, the bitwise NOT; raises TypeError on an array of floats
def invert(image):
    return np.invert(image)
# %% wrong: the image is first scaled by its own maximum, so it is right only where the brightest value is exactly 1 (all black gives nan)
def invert(image):
    scaled = image / image.max()
    return 1 - scaled
# %% wrong: -image modulo 1: right between 0 and 1, but a pixel of exactly 0 gives 0 in place of 1
def invert(image):
    return -image % 1
# %% wrong: two mistakes: reshape gives a view, so the caller's image is changed in place, and the flat array is returned in place of the image's shape
def invert(image):
    pixels = image.reshape(-1)
    for i in range(len(pixels)):
        pixels[i] = 1 - pixels[i]
    return pixels
# %% right: start from ones and subtract
def invert(image):
    white = np.ones(np.shape(image))
    return white - image
