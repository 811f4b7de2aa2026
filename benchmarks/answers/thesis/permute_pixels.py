# %% wrong: the inverse permutation: pixel i is moved to place permutation[i]
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    new = np.empty_like(flat)
    new[:, permutation] = flat
    return new.reshape(images.shape)
# %% wrong: height and width are swapped in the final shape; shows when H and W differ
def permute_pixels(images, permutation):
    N, C, W, H = images.shape
    flat = images.reshape(N, -1)[:, permutation]
    return flat.reshape(N, C, H, W)
# %% wrong: only the first image is shuffled, the others stay as they are (return inside the loop); shows for more than one image
def permute_pixels(images, permutation):
    result = images.copy()
    for n in range(len(images)):
        old = images[n, 0].ravel()
        result[n, 0] = old[permutation].reshape(result[n, 0].shape)
        return result
# %% wrong: two mistakes: the caller's images are changed in place, and pixels that were already overwritten are read again
def permute_pixels(images, permutation):
    flat = images.reshape(images.shape[0], -1)   # one row per image
    for i in range(len(permutation)):
        flat[:, i] = flat[:, permutation[i]]
    return flat.reshape(images.shape)
# %% right: rows and columns of the old pixels by divmod, then one fancy index
def permute_pixels(images, permutation):
    height, width = images.shape[2:]
    r, c = np.divmod(np.asarray(permutation).reshape(height, width), width)
    return images[:, :, r, c]
