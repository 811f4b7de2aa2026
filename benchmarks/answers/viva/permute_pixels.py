# %% wrong: the inverse permutation is used: old pixel i goes to place permutation[i]
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    moved = np.empty_like(flat)
    moved[:, permutation] = flat
    return moved.reshape(images.shape)
# %% wrong: two mistakes: it writes into a view of images, so the argument is changed, and it reads pixels that were overwritten earlier in the loop
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    for i, source in enumerate(permutation):
        flat[:, i] = flat[:, source]
    return flat.reshape(images.shape)
# %% wrong: the old place is worked out with divmod by the height instead of the width, right only for square images; any other raises an IndexError
def permute_pixels(images, permutation):
    N, C, H, W = images.shape
    result = np.zeros_like(images)
    for i in range(H * W):
        r, c = divmod(permutation[i], H)
        result[:, :, i // W, i % W] = images[:, :, r, c]
    return result
# %% wrong: the permutation indexes axis 0, the images, instead of the pixels, which raises an IndexError when there are fewer images than pixels
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    return flat[permutation].reshape(images.shape)
# %% right: image by image with take on the flattened image
def permute_pixels(images, permutation):
    return np.stack([np.take(image, permutation).reshape(image.shape) for image in images])
