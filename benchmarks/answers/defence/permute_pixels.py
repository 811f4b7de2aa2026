# %% wrong: applies the inverse permutation: old pixel i goes to place permutation[i], instead of old pixel permutation[i] to place i
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    moved = np.empty_like(flat)
    moved[:, permutation] = flat
    return moved.reshape(images.shape)
# %% wrong: the shuffled pixels are written back into the given images, so the argument is changed (the returned values are right)
def permute_pixels(images, permutation):
    for image in images:
        pixels = image[0].flatten()
        image[0] = pixels[permutation].reshape(image[0].shape)
    return images
# %% wrong: the return stands inside the loop over the images, so only the first image is shuffled and the others stay zero
def permute_pixels(images, permutation):
    result = np.zeros(images.shape)
    for n in range(images.shape[0]):
        flat = images[n].ravel()
        result[n] = flat[permutation].reshape(images[n].shape)
        return result
# %% wrong: the source pixel's row and column are computed by dividing by the height instead of the width, so IndexError is raised where H and W differ
def permute_pixels(images, permutation):
    N, C, H, W = images.shape
    out = np.zeros_like(images)
    for i in range(H * W):
        row, col = divmod(int(permutation[i]), H)
        out[:, :, i // W, i % W] = images[:, :, row, col]
    return out
# %% right: fancy indexing by rows and columns
def permute_pixels(images, permutation):
    rows, columns = np.divmod(np.asarray(permutation), images.shape[-1])
    return images[:, :, rows, columns].reshape(images.shape)
