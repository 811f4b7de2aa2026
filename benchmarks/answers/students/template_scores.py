# %% wrong: forgets the term |m|² / 2
def template_scores(images, templates):
    return images.reshape(len(images), -1) @ templates.reshape(len(templates), -1).T
# %% wrong: subtracts |m|² without the half
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - (m ** 2).sum(axis=1)
# %% wrong: subtracts half of |m| instead of |m|²: the norm is not squared
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - np.linalg.norm(m, axis=1) / 2
# %% wrong: transposed: (classes, N)
def template_scores(images, templates):
    products = np.einsum("chw,nhw->cn", templates, images)
    return products - (templates ** 2).sum(axis=(1, 2))[:, None] / 2
# %% wrong: subtracts |x|² / 2 of the image instead of |m|² / 2 of the template
def template_scores(images, templates):
    scores = np.tensordot(images, templates, axes=((1, 2), (1, 2)))
    return scores - (images ** 2).sum(axis=(1, 2))[:, None] / 2
# %% wrong: |m|² summed over all templates: one number for all classes
def template_scores(images, templates):
    scores = np.zeros((len(images), len(templates)))
    for n in range(len(images)):
        for c in range(len(templates)):
            scores[n, c] = np.sum(images[n] * templates[c]) - np.sum(templates ** 2) / 2
    return scores
# %% wrong: images @ templates as a matrix product of pictures, not a sum of products over both axes (crash or wrong shape)
def template_scores(images, templates):
    product = images[:, None] @ templates
    return product.sum(axis=(2, 3)) - (templates ** 2).sum(axis=(1, 2)) / 2
# %% right: from the squares of the distances
def template_scores(images, templates):
    images, templates = np.asarray(images, dtype=float), np.asarray(templates, dtype=float)
    distance = ((images[:, None] - templates[None]) ** 2).sum(axis=(2, 3))
    return ((images ** 2).sum(axis=(1, 2))[:, None] - distance) / 2
