# %% wrong: the inverse shuffle, old pixel i goes to place permutation[i]; shows when the permutation is not its own inverse
def permute_pixels(images, permutation):
    n = images.shape[0]
    flat = images.reshape(n, -1)
    new = np.empty_like(flat)
    for i, p in enumerate(permutation):
        new[:, p] = flat[:, i]
    return new.reshape(images.shape)
# %% wrong: pixels are counted column by column and not row by row, both when reading and when writing; shows when H and W are more than 1, for most permutations
def permute_pixels(images, permutation):
    n, c, h, w = images.shape
    turned = images.transpose(0, 1, 3, 2).reshape(n, h * w)
    turned = turned[:, permutation]
    return turned.reshape(n, c, w, h).transpose(0, 1, 3, 2)
# %% wrong: the result is right, but the caller's images are shuffled too
def permute_pixels(images, permutation):
    for img in images:
        img[0] = img[0].flatten()[permutation].reshape(img[0].shape)
    return images
# %% wrong: takes the images as square, the side is the root of H * W; when H and W differ it raises or gives the wrong shape
def permute_pixels(images, permutation):
    side = int(np.sqrt(len(permutation)))
    flat = images.reshape(len(images), -1)[:, permutation]
    return flat.reshape(len(images), 1, side, side)
# %% right: rows and columns of the permutation by divmod, one fancy index
def permute_pixels(images, permutation):
    h, w = images.shape[2:]
    row, col = np.divmod(np.asarray(permutation).reshape(h, w), w)
    return images[:, :, row, col]
