# %% wrong: the inverse move: pixel i goes to place permutation[i]
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    moved = np.empty_like(flat)
    for place, target in enumerate(permutation):
        moved[:, target] = flat[:, place]
    return moved.reshape(images.shape)
# %% wrong: the permutation picks images in place of pixels (first axis of the flat array): IndexError
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    return flat[permutation].reshape(images.shape)
# %% wrong: pixels are moved within a view of the images, so later ones are read where they are already overwritten, and the argument changes
def permute_pixels(images, permutation):
    n = images.shape[0]
    flat = images.reshape(n, -1)
    for i in range(len(permutation)):
        flat[:, i] = flat[:, permutation[i]]
    return flat.reshape(images.shape)
# %% wrong: takes the images to be square when it restores the shape: ValueError for H not equal to W
def permute_pixels(images, permutation):
    side = math.isqrt(len(permutation))
    shuffled = [image.ravel()[permutation] for image in images]
    return np.array(shuffled).reshape(len(images), 1, side, side)
# %% right: rows and columns from unravel_index, without flattening the images
def permute_pixels(images, permutation):
    rows, columns = np.unravel_index(permutation, images.shape[2:])
    return images[:, :, rows, columns].reshape(images.shape)
