# %% wrong: the inverse permutation, pixel i moves to permutation[i]
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    moved = np.zeros_like(flat)
    moved[:, permutation] = flat
    return moved.reshape(images.shape)

# %% wrong: overwrites the pixels while still reading them
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1).copy()
    for i, p in enumerate(permutation):
        flat[:, i] = flat[:, p]
    return flat.reshape(images.shape)

# %% wrong: writes into the caller's images, reshape is only a view
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    flat[:] = flat[:, permutation]
    return images

# %% wrong: the result stays flat
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    return flat[:, permutation]

# %% wrong: 28 by 28 is written in, ValueError on images of another size
def permute_pixels(images, permutation):
    flat = images.reshape(-1, 784)
    return flat[:, permutation].reshape(-1, 1, 28, 28)

# %% wrong: counts the pixels down the columns instead of along the rows
def permute_pixels(images, permutation):
    n, c, h, w = images.shape
    flat = images.transpose(0, 1, 3, 2).reshape(n, h * w)
    return flat[:, permutation].reshape(n, c, w, h).transpose(0, 1, 3, 2)

# %% right: np.take on each image
def permute_pixels(images, permutation):
    result = np.empty(images.shape, dtype=images.dtype)
    for n, image in enumerate(images):
        result[n] = np.take(image.ravel(), permutation).reshape(image.shape)
    return result
