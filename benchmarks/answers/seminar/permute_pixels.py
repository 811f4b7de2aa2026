# %% wrong: pixels are counted column by column, not row by row; shows for H > 1 and W > 1
def permute_pixels(images, permutation):
    N, C, H, W = images.shape
    cols = images.transpose(0, 1, 3, 2).reshape(N, -1)
    new = cols[:, permutation]
    return new.reshape(N, C, W, H).transpose(0, 1, 3, 2)
# %% wrong: H and W are exchanged in the shape of the result; shows where H is not W
def permute_pixels(images, permutation):
    n, _, w, h = images.shape
    flat = images.reshape(n, -1)
    return flat[:, permutation].reshape(n, 1, h, w)
# %% wrong: the return stands inside the loop, so only the first image is shuffled; shows for N > 1
def permute_pixels(images, permutation):
    out = images.copy()
    for i in range(len(images)):
        out[i] = images[i].reshape(-1)[permutation].reshape(images[i].shape)
        return out
# %% wrong: two mistakes: the permutation is used backwards (pixel i goes to place permutation[i]), and the result is written into the images that are given
def permute_pixels(images, permutation):
    for img in images:
        old = img.flatten()
        img.flat[permutation] = old
    return images
# %% right: np.take along a joined last axis
def permute_pixels(images, permutation):
    joined = images.reshape(images.shape[:2] + (-1,))
    return np.take(joined, permutation, axis=2).reshape(images.shape)
