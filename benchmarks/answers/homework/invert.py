# %% wrong: 255 - image
def invert(image):
    return 255 - image
# %% wrong: minus sign only
def invert(image):
    return -image
# %% wrong: in place
def invert(image):
    image *= -1
    image += 1
    return image
# %% wrong: image's own maximum instead of 1
def invert(image):
    return image.max() - image
# %% right: difference
def invert(image):
    return 1 - image
