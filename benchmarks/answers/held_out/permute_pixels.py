# %% wrong: uses argsort(permutation), which is the inverse permutation
def permute_pixels(images, permutation):
    order = np.argsort(permutation)
    rows = images.reshape(images.shape[0], -1)
    return rows[:, order].reshape(images.shape)
# %% wrong: scatters instead of gathers: out[permutation[k]] = in[k]
def permute_pixels(images, permutation):
    out = np.zeros(images.shape)
    for n, image in enumerate(images):
        pixels = image.flatten()
        moved = np.zeros(len(pixels))
        for k, place in enumerate(permutation):
            moved[place] = pixels[k]
        out[n] = moved.reshape(image.shape)
    return out
# %% wrong: the permutation is applied to the rows of the image and not to all its pixels
def permute_pixels(images, permutation):
    height = images.shape[2]
    rows = permutation[:height] % height
    return images[:, :, rows, :]
# %% wrong: only the first image is returned, repeated for the whole batch
def permute_pixels(images, permutation):
    first = images[0].reshape(-1)[permutation].reshape(images.shape[1:])
    return np.stack([first] * len(images))
# %% wrong: sorts the pixels instead of moving them by the permutation
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    return np.sort(flat, axis=1).reshape(images.shape)
# %% wrong: the channel axis is lost, the shape is (N, H, W)
def permute_pixels(images, permutation):
    n, _, h, w = images.shape
    return images.reshape(n, h * w)[:, permutation].reshape(n, h, w)
# %% wrong: applies the permutation twice
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    once = flat[:, permutation]
    return once[:, permutation].reshape(images.shape)
# %% wrong: the index is split with height instead of width (works for square images only)
def permute_pixels(images, permutation):
    h, w = images.shape[2], images.shape[3]
    out = np.zeros_like(images)
    for k in range(h * w):
        p = permutation[k]
        out[:, 0, k // w, k % w] = images[:, 0, (p // h) % h, (p % h) % w]
    return out
# %% wrong: flat is a view and is overwritten, so the caller's images change
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    flat[:] = flat[:, permutation]
    return flat.reshape(images.shape)
# %% wrong: each image gets another permutation (it is applied once more for every further image)
def permute_pixels(images, permutation):
    out = []
    order = permutation
    for image in images:
        out.append(image.reshape(-1)[order].reshape(image.shape))
        order = order[permutation]
    return np.array(out)
# %% wrong: integer output buffer, fractions of the pixels are cut off
def permute_pixels(images, permutation):
    out = np.zeros((len(images), len(permutation)), dtype=int)
    for n in range(len(images)):
        out[n] = images[n].ravel()[permutation]
    return out.reshape(images.shape)
# %% wrong: TypeError, the shape is called like a function
def permute_pixels(images, permutation):
    n = images.shape(0)
    return images.reshape(n, -1)[:, permutation].reshape(images.shape)
# %% right: one image after the other
def permute_pixels(images, permutation):
    moved = [image.ravel()[permutation].reshape(image.shape) for image in images]
    return np.stack(moved)
# %% right: permutation matrix
def permute_pixels(images, permutation):
    n, c, h, w = images.shape
    matrix = np.zeros((h * w, h * w))
    matrix[np.arange(h * w), permutation] = 1
    return (images.reshape(n, h * w) @ matrix.T).reshape(n, c, h, w)
# %% right: scatter with the inverse permutation
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    inverse = np.argsort(permutation)
    out = np.zeros_like(flat)
    out[:, inverse] = flat
    return out.reshape(images.shape)
