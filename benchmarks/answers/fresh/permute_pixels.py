# %% wrong: scatters, out[permutation[k]] = in[k], the inverse permutation
def permute_pixels(images, permutation):
    N = images.shape[0]
    flat = images.reshape(N, -1)
    out = np.empty_like(flat)
    out[:, permutation] = flat
    return out.reshape(images.shape)
# %% wrong: argsort of the permutation, the inverse
def permute_pixels(images, permutation):
    inverse = np.argsort(permutation)
    return images.reshape(len(images), -1)[:, inverse].reshape(images.shape)
# %% wrong: counts column by column (order F)
def permute_pixels(images, permutation):
    out = np.zeros(images.shape, images.dtype)
    for n in range(len(images)):
        flat = images[n, 0].flatten(order="F")[permutation]
        out[n, 0] = flat.reshape(images.shape[2:], order="F")
    return out
# %% wrong: flattens the whole batch, permutation applied to the first image's pixels only
def permute_pixels(images, permutation):
    flat = images.flatten()
    new = flat.copy()
    for k in range(len(permutation)):
        new[k] = flat[permutation[k]]
    return new.reshape(images.shape)
# %% wrong: in place through a reshaped view, changes the images given
def permute_pixels(images: np.ndarray, permutation: np.ndarray) -> np.ndarray:
    flat = images.reshape(images.shape[0], -1)
    flat[:] = flat[:, permutation]
    return flat.reshape(images.shape)
# %% wrong: row and column of a place counted with the height instead of the width (images that are not square)
def permute_pixels(images, permutation):
    n, c, h, w = images.shape
    result = np.zeros_like(images)
    for k in range(h * w):
        src = permutation[k]
        result[:, :, k // h, k % h] = images[:, :, src // h, src % h] if h == w else images[:, :, src // w, src % w] if k // h < h and k % h < w else 0
    return result
# %% wrong: swaps pixels one after the other in a copy, values moved earlier are moved again
def permute_pixels(images, permutation):
    out = images.copy().reshape(len(images), -1)
    for k, p in enumerate(permutation):
        out[:, k] = out[:, p]
    return out.reshape(images.shape)
# %% wrong: integer buffer, fractions are lost
def permute_pixels(images, permutation):
    N, _, H, W = images.shape
    out = np.zeros((N, 1, H, W), dtype=int)
    for n in range(N):
        pixels = [v for row in images[n, 0] for v in row]
        for k in range(H * W):
            out[n, 0][k // W][k % W] = pixels[permutation[k]]
    return out
# %% right: take
def permute_pixels(images, permutation):
    flat = np.reshape(images, (images.shape[0], -1))
    return np.take(flat, permutation, axis=1).reshape(images.shape)
# %% right: loops
def permute_pixels(images, permutation):
    N, C, H, W = images.shape
    out = np.zeros(images.shape, dtype=images.dtype)
    for k in range(H * W):
        p = permutation[k]
        out[:, 0, k // W, k % W] = images[:, 0, p // W, p % W]
    return out
