# %% wrong: mirrors about the middle of the image's own range (max + min - value), so right only where smallest and largest value add up to 1
def invert(image):
    low, high = np.min(image), np.max(image)
    return high + low - image
# %% wrong: unpacks the shape into height and width, so raises ValueError for anything but a 2-D image
def invert(image):
    height, width = image.shape
    negative = np.zeros((height, width))
    for r in range(height):
        for c in range(width):
            negative[r, c] = 1 - image[r, c]
    return negative
# %% wrong: the right values, but `image -= 1` changes the caller's array in place
def invert(image):
    image -= 1
    return abs(image)
# %% wrong: two mistakes: the result is scaled to 0..255, and cut to whole numbers (uint8)
def invert(image):
    as_bytes = image * 255
    return (255 - as_bytes).astype(np.uint8)
# %% right: subtract from an array of ones
def invert(image):
    white = np.ones(np.shape(image))
    return np.subtract(white, image)
