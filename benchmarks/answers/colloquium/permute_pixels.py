# %% wrong: inverse direction: old pixel i goes to place permutation[i], where new pixel i should be old pixel permutation[i]
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    shuffled = np.zeros_like(flat)
    for i, p in enumerate(permutation):
        shuffled[:, p] = flat[:, i]
    return shuffled.reshape(images.shape)
# %% wrong: the result is right, but it is written through a view (reshape does not copy), so the caller's images are changed
def permute_pixels(images, permutation):
    flat = images.reshape(images.shape[0], -1)
    flat[:] = flat[:, permutation]
    return flat.reshape(images.shape)
# %% wrong: the pixels are counted column by column (images transposed before flattening and after), where the task counts row by row
def permute_pixels(images, permutation):
    n, c, h, w = images.shape
    flat = images.transpose(0, 1, 3, 2).reshape(n, -1)
    return flat[:, permutation].reshape(n, c, w, h).transpose(0, 1, 3, 2)
# %% wrong: height and width are swapped when the result gets its shape back: it returns (N, 1, W, H), wrong for images that are not square
def permute_pixels(images, permutation):
    N, _, W, H = images.shape
    out = np.stack([im.ravel()[permutation] for im in images])
    return out.reshape(N, 1, H, W)
# %% right: row and column numbers by divmod
def permute_pixels(images, permutation):
    width = images.shape[3]
    rows, columns = np.divmod(np.asarray(permutation), width)
    return images[:, :, rows, columns].reshape(images.shape)
