# %% wrong: scatters instead of gathering: pixel i goes to place permutation[i], the inverse (right for orders that are their own inverse)
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    out = np.empty_like(flat)
    out[:, permutation] = flat
    return out.reshape(images.shape)
# %% wrong: leaves the images flat, (N, H * W)
def permute_pixels(images, permutation):
    return images.reshape(len(images), -1)[:, permutation]
# %% wrong: permutes the first axis of the flat table, the images instead of the pixels (index error, or images exchanged)
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    return flat[permutation].reshape(images.shape)
# %% wrong: flattens all images together: only the first H * W numbers are used; the reshape crashes for more than one image
def permute_pixels(images, permutation):
    return images.ravel()[permutation].reshape(images.shape)
# %% wrong: fills the images in place, pixel by pixel, and so reads pixels that were overwritten (argument changed)
def permute_pixels(images, permutation):
    flat = images.reshape(images.shape[0], -1)
    for i, p in enumerate(permutation):
        flat[:, i] = flat[:, p]
    return flat.reshape(images.shape)
# %% wrong: height and width exchanged when it makes images again (right for square images)
def permute_pixels(images, permutation):
    N, C, H, W = images.shape
    return images.reshape(N, H * W)[:, permutation].reshape(N, C, W, H)
# %% right: row and column of each source by divmod
def permute_pixels(images, permutation):
    n, _, h, w = images.shape
    rows, cols = np.divmod(np.asarray(permutation), w)
    return images[:, :, rows, cols].reshape(n, 1, h, w)
