# %% wrong: counts the pixels column by column instead of row by row
def permute_pixels(images, permutation):
    n, c, h, w = images.shape
    out = np.zeros(images.shape)
    for k in range(n):
        column = images[k, 0].flatten(order="F")
        out[k, 0] = column[permutation].reshape((h, w), order="F")
    return out
# %% wrong: pixels are moved inside one array, so places that were already overwritten are read again
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1).copy()
    for i, p in enumerate(permutation):
        flat[:, i] = flat[:, p]
    return flat.reshape(images.shape)
# %% wrong: applies the inverse permutation (the matrix stands on the wrong side: pixel i goes to place permutation[i])
def permute_pixels(images, permutation):
    n = len(permutation)
    P = np.zeros((n, n))
    P[np.arange(n), permutation] = 1
    return (images.reshape(-1, n) @ P).reshape(images.shape)
# %% right: plain loops with divmod
def permute_pixels(images, permutation):
    height, width = images.shape[2:]
    moved = np.zeros_like(images)
    for new in range(height * width):
        old_row, old_column = divmod(int(permutation[new]), width)
        row, column = divmod(new, width)
        moved[:, :, row, column] = images[:, :, old_row, old_column]
    return moved
