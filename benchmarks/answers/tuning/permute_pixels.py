# %% wrong: the inverse permutation, pixel k goes to place permutation[k]
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    result = np.zeros_like(flat)
    result[:, permutation] = flat
    return result.reshape(images.shape)
# %% wrong: flattens the whole batch and not each image, so every image becomes the permuted first one
def permute_pixels(images, permutation):
    flat = images.reshape(-1)
    moved = [flat[permutation] for _ in images]
    return np.array(moved).reshape(images.shape)
# %% wrong: a new random permutation, the given one is not used
def permute_pixels(images, permutation):
    rng = np.random.default_rng(0)
    flat = images.reshape(len(images), -1)
    return flat[:, rng.permutation(flat.shape[1])].reshape(images.shape)
# %% wrong: the result keeps the flat shape (N, H * W)
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    return flat[:, permutation]
# %% wrong: the permutation picks images instead of pixels (IndexError or shuffled batch)
def permute_pixels(images, permutation):
    return images[permutation]
# %% wrong: shuffled in place, the caller's images change
def permute_pixels(images, permutation):
    for image in images:
        image[:] = image.reshape(-1)[permutation].reshape(image.shape)
    return images
# %% wrong: pixels are counted column by column (order F) instead of row by row
def permute_pixels(images, permutation):
    count, _, height, width = images.shape
    flat = images.transpose(0, 1, 3, 2).reshape(count, -1)
    return flat[:, permutation].reshape(count, 1, width, height).transpose(0, 1, 3, 2)
# %% wrong: the result is shaped (N, 1, W, H), height and width mixed up
def permute_pixels(images, permutation):
    n, c, h, w = images.shape
    return images.reshape(n, h * w)[:, permutation].reshape(n, c, w, h)
# %% wrong: moves only the first image, the others stay as they were
def permute_pixels(images, permutation):
    result = images.copy()
    result[0] = images[0].reshape(-1)[permutation].reshape(images[0].shape)
    return result
# %% wrong: sequential in-place overwriting, pixels already replaced are read again
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1).copy()
    for k in range(flat.shape[1]):
        flat[:, k] = flat[:, permutation[k]]
    return flat.reshape(images.shape)
# %% wrong: forgotten return
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    flat[:, permutation].reshape(images.shape)
# %% wrong: works only for a batch of one, more images do not fit the shape (ValueError)
def permute_pixels(images, permutation):
    return images.reshape(-1)[permutation].reshape(images.shape)
# %% right: flat columns
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    return flat[:, permutation].reshape(images.shape)
# %% right: nested loops
def permute_pixels(images, permutation):
    count, channels, height, width = images.shape
    result = np.zeros_like(images)
    for n in range(count):
        for k in range(height * width):
            source = permutation[k]
            result[n, 0, k // width, k % width] = images[n, 0, source // width, source % width]
    return result
# %% right: np.take along the flat axis
def permute_pixels(images, permutation):
    count, channels, height, width = images.shape
    flat = images.reshape(count, channels, height * width)
    return np.take(flat, permutation, axis=2).reshape(images.shape)
# %% right: rows and columns by np.unravel_index
def permute_pixels(images, permutation):
    height, width = images.shape[2:]
    rows, columns = np.unravel_index(permutation, (height, width))
    return images[:, :, rows, columns].reshape(images.shape)
