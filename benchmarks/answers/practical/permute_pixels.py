# %% wrong: shuffles inside one and the same array, so later places read pixels that were already overwritten
def permute_pixels(images, permutation):
    N, C, H, W = images.shape
    flat = images.copy().reshape(N, H * W)
    for i, source in enumerate(permutation):
        flat[:, i] = flat[:, source]
    return flat.reshape(N, C, H, W)
# %% wrong: counts the pixels column by column (Fortran order) instead of row by row
def permute_pixels(images, permutation):
    result = []
    for image in images:
        pixels = image[0].flatten(order="F")
        result.append([pixels[permutation].reshape(image[0].shape, order="F")])
    return np.array(result)
# %% wrong: takes the image for a square (side = root of the number of pixels), so reshape raises ValueError, or the shape is wrong, when H and W differ
def permute_pixels(images, permutation):
    side = int(math.sqrt(len(permutation)))
    flat = images.reshape(len(images), -1)
    return flat[:, permutation].reshape(len(images), 1, side, side)
# %% wrong: two mistakes: old pixel i goes to place permutation[i] (the inverse shuffle), and the result stays flat (N, H*W)
def permute_pixels(images, permutation):
    flat = images.reshape(images.shape[0], -1)
    moved = np.empty_like(flat)
    moved[:, permutation] = flat
    return moved
# %% right: np.take image by image in a list comprehension
def permute_pixels(images, permutation):
    shape = images.shape[1:]
    return np.stack([np.take(image, permutation).reshape(shape) for image in images])
