# %% wrong: applies the inverse permutation: old pixel i goes to place permutation[i], instead of old pixel permutation[i] to place i
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    out = np.empty_like(flat)
    out[:, permutation] = flat
    return out.reshape(images.shape)
# %% wrong: counts the pixels column by column instead of row by row, both when reading and when writing back
def permute_pixels(images, permutation):
    N, _, H, W = images.shape
    by_column = images[:, 0].transpose(0, 2, 1).reshape(N, H * W)
    shuffled = by_column[:, permutation]
    return shuffled.reshape(N, W, H).transpose(0, 2, 1)[:, None]
# %% wrong: the result has the right numbers but the shape (N, 1, W, H): height and width are exchanged in the last reshape, so only square images come out right
def permute_pixels(images, permutation):
    n, c, w, h = images.shape[0], images.shape[1], images.shape[3], images.shape[2]
    flat = images.reshape(n, -1)
    return flat[:, permutation].reshape(n, c, w, h)
# %% wrong: the returned values are right, but they are written into the images that were given, so the caller's array is changed
def permute_pixels(images, permutation):
    for image in images:
        pixels = image.flatten()
        image[0] = pixels[permutation].reshape(image[0].shape)
    return images
# %% right: row and column of every pixel by divmod
def permute_pixels(images, permutation):
    width = images.shape[3]
    out = np.zeros_like(images)
    for new, old in enumerate(permutation):
        r, c = divmod(new, width)
        r_old, c_old = divmod(int(old), width)
        out[:, :, r, c] = images[:, :, r_old, c_old]
    return out
