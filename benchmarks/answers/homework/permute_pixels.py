# %% wrong: inverse: pixel i goes to place permutation[i]
def permute_pixels(images, permutation):
    flat = images.reshape(len(images), -1)
    out = np.empty_like(flat)
    out[:, permutation] = flat
    return out.reshape(images.shape)
# %% wrong: flattens the batch too: only the first image's pixels
def permute_pixels(images, permutation):
    return images.reshape(-1)[permutation].reshape(1, 1, *images.shape[2:])
# %% wrong: permutes rows of pixels (axis 2)
def permute_pixels(images, permutation):
    h = images.shape[2]
    return images[:, :, permutation[:h] % h]
# %% wrong: returns flat images
def permute_pixels(images, permutation):
    return images.reshape(len(images), -1)[:, permutation]
# %% right: fancy index
def permute_pixels(images, permutation):
    return images.reshape(len(images), -1)[:, permutation].reshape(images.shape)
