# %% wrong: subtracts from 255 instead of 1
def invert(image):
    return 255 - image
# %% wrong: changes the sign only, the 1 is missing
def invert(image):
    return -image
# %% wrong: subtracts the wrong way round, image - 1
def invert(image):
    return image - 1
# %% wrong: changes the caller's image in place (the values returned are right)
def invert(image):
    image *= -1
    image += 1
    return image
# %% wrong: prints the result instead of returning it
def invert(image):
    print(1 - image)
# %% wrong: subtracts from the largest value of the image instead of 1
def invert(image):
    return image.max() - image
# %% wrong: returns the image unchanged
def invert(image):
    result = 1 - image
    return image
# %% wrong: loops over rows and columns only, a ValueError for images that are not 2-D
def invert(image):
    height, width = image.shape
    result = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            result[row, column] = 1 - image[row, column]
    return result
# %% wrong: the result is rounded to whole numbers
def invert(image):
    return np.round(1 - image)
# %% wrong: mirrors the image instead of inverting its values
def invert(image):
    return image[::-1]
# %% wrong: bitwise not of an image of floats, a TypeError
def invert(image):
    return ~image
# %% wrong: takes the reciprocal 1 / image
def invert(image):
    return 1 / image
# %% right: one subtraction
def invert(image):
    return 1 - image
# %% right: np.ones_like minus the image
def invert(image):
    white = np.ones(image.shape)
    return np.subtract(white, image)
# %% right: a copy, then in place on the copy
def invert(image):
    result = image.astype(float)
    result *= -1
    result += 1
    return result
# %% right: flattened loop, reshaped at the end
def invert(image):
    values = [1 - value for value in image.ravel()]
    return np.array(values).reshape(image.shape)
