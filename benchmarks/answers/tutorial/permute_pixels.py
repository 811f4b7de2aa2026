# %% wrong: the inverse shuffle: old pixel i goes to place permutation[i], in place of old pixel permutation[i] to place i
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    result = np.zeros_like(flat)
    for i, target in enumerate(permutation):
        result[:, target] = flat[:, i]
    return result.reshape(images.shape)
# %% wrong: divides by the height in place of the width to find row and column: right for square images, IndexError for others
def permute_pixels(images, permutation):
    n, c, height, width = images.shape
    rows = permutation // height
    cols = permutation % height
    return images[:, :, rows, cols].reshape(n, c, height, width)
# %% wrong: the order is composed anew for each image: image 0 is shuffled once, image 1 twice, image 2 three times
def permute_pixels(images, permutation):
    order = np.arange(len(permutation))
    moved = []
    for image in images:
        order = order[permutation]
        moved.append(image.reshape(-1)[order].reshape(image.shape))
    return np.array(moved)
# %% wrong: two mistakes: the pixels are moved inside the caller's images (argument changed), and pixels that are already overwritten are read again
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    for i in range(flat.shape[1]):
        flat[:, i] = flat[:, permutation[i]]
    return flat.reshape(images.shape)
# %% right: np.take along the flattened pixels
def permute_pixels(images, permutation):
    n, c, h, w = images.shape
    return np.take(images.reshape(n, c, h * w), permutation, axis=2).reshape(n, c, h, w)
