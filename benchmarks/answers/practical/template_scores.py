# %% wrong: |m|² is not halved: m · x - |m|²
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - (m ** 2).sum(axis=1)
# %% wrong: the bias is half of the squared SUM of the template instead of half of the sum of the squares (right for templates with one pixel that is not 0)
def template_scores(images, templates):
    return np.array([[np.sum(m * x) - m.sum() ** 2 / 2 for m in templates] for x in images])
# %% wrong: the images and templates are multiplied with @ without being flattened: a matrix product of the last two axes; ValueError for images that are not square or for unequal N and classes, else one number an image, shape (N,)
def template_scores(images, templates):
    dots = (images @ templates).sum(axis=(1, 2))
    return dots - (templates ** 2).sum(axis=(1, 2)) / 2
# %% wrong: two mistakes: the answer is transposed, (classes, N), and the bias is plus half of |m|² instead of minus
def template_scores(images, templates):
    return np.einsum("chw,nhw->cn", templates, images) + 0.5 * np.einsum("chw,chw->c", templates, templates)[:, None]
# %% right: from the squared distances
def template_scores(images, templates):
    gap = images[:, None].astype(float) - templates[None]
    distance = (gap ** 2).sum(axis=(2, 3))
    own = (images.astype(float) ** 2).sum(axis=(1, 2))
    return (own[:, None] - distance) / 2
