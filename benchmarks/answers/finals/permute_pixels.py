# %% wrong: pixel i is sent to place permutation[i], the inverse move
def permute_pixels(images, permutation):
    n = images.shape[0]
    flat = images.reshape(n, -1)
    moved = np.empty_like(flat)
    for old, new in enumerate(permutation):
        moved[:, new] = flat[:, old]
    return moved.reshape(images.shape)
# %% wrong: the permutation is applied over and over, each image gets the shuffle of the one before once more
def permute_pixels(images, permutation):
    result = []
    order = np.arange(len(permutation))
    for image in images:
        order = order[permutation]
        result.append(image.ravel()[order].reshape(image.shape))
    return np.array(result)
# %% wrong: reshapes to (N, 1, W, H), rows and columns exchanged where the image is not square
def permute_pixels(images, permutation):
    n, c, h, w = images.shape
    vectors = np.stack([im.flatten() for im in images])
    return np.take(vectors, permutation, axis=1).reshape(n, c, w, h)
# %% wrong: flattens in Fortran order, as MATLAB does, so the pixel numbers run down the columns
def permute_pixels(images, permutation):
    n, _, h, w = images.shape
    out = np.zeros_like(images)
    for k in range(n):
        column = images[k, 0].reshape(h * w, order="F")
        out[k, 0] = column[permutation].reshape((h, w), order="F")
    return out
# %% right: one image after the other, pixel by pixel with divmod
def permute_pixels(images, permutation):
    height, width = images.shape[2:]
    moved = np.zeros_like(images)
    for place, source in enumerate(permutation):
        moved[:, 0, place // width, place % width] = images[:, 0, source // width, source % width]
    return moved
