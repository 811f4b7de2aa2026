# %% wrong: an image between 0 and 1 is treated as one of bytes, 255 minus 255 times the value
def invert(image):
    as_bytes = image * 255
    return 255 - as_bytes
# %% wrong: minus sign in place of 1 minus, by np.negative
def invert(image):
    negative = np.negative(image)
    return negative
# %% wrong: np.subtract with its arguments swapped, image - 1
def invert(image):
    return np.subtract(image, 1)
# %% wrong: writes into the caller's array with out=
def invert(image):
    np.subtract(1, image, out=image, casting="unsafe")
    return image
# %% wrong: no return statement, the negative is lost
def invert(image):
    negative = 1.0 - image
# %% wrong: a threshold, every value becomes 0 or 1
def invert(image):
    return np.where(image > 0.5, 0.0, 1.0)
# %% wrong: the output has the shape of the flattened image
def invert(image):
    out = []
    for value in image.flat:
        out.append(1 - value)
    return np.array(out)
# %% wrong: each entry along the first axis is summed before it is subtracted (right for one axis only)
def invert(image):
    return np.array([1 - np.sum(value) for value in image])
# %% wrong: the result is cut to unsigned bytes, all fractions become 0
def invert(image):
    return (1 - image).astype(np.uint8)
# %% wrong: 1 minus the mirror image of the values, the order of the columns is reversed too
def invert(image):
    return 1 - image[..., ::-1]
# %% wrong: AttributeError, arrays have no method invert
def invert(image):
    return image.invert()
# %% right: np.subtract
def invert(image):
    return np.subtract(1.0, image)
# %% right: minus and plus
def invert(image):
    return -1 * image + 1
# %% right: recursion over the first axis
def invert(image):
    if image.ndim == 0:
        return 1 - image
    return np.array([invert(part) for part in image])
