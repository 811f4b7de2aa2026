# %% wrong: subtracts from the image's own largest value instead of from 1
def invert(image):
    # imcomplement: the brightest becomes the darkest
    return np.max(image) - image
# %% wrong: the result is right, but it is written into the caller's image (reshape gives a view)
def invert(image):
    pixels = image.reshape(-1)
    for i in range(len(pixels)):
        pixels[i] = 1 - pixels[i]
    return pixels.reshape(image.shape)
# %% wrong: turns every pixel into pure black or pure white (a threshold instead of the negative)
def invert(image):
    return np.where(image > 0.5, 0.0, 1.0)
# %% right: vectorized scalar function
def invert(image):
    negative = np.vectorize(lambda value: 1.0 - value, otypes=[float])
    return negative(image)
