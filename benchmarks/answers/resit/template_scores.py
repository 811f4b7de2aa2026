# %% wrong: the bias is |m| / 2, half of the length, not of its square
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - np.linalg.norm(m, axis=1) / 2
# %% wrong: the square of the image, |x|² / 2, is subtracted instead of that of the template
def template_scores(images, templates):
    rows = images.reshape(images.shape[0], -1)
    products = rows @ templates.reshape(templates.shape[0], -1).T
    return products - (rows**2).sum(axis=1, keepdims=True) / 2
# %% wrong: the whole square |m|² is subtracted; the half is forgotten
def template_scores(images, templates):
    return np.einsum("nhw,chw->nc", images, templates) - np.einsum("chw,chw->c", templates, templates)
# %% wrong: the bias is half of the sum of the template's numbers, not of their squares
def template_scores(images, templates):
    scores = np.zeros((len(images), len(templates)))
    for n, image in enumerate(images):
        for c, template in enumerate(templates):
            scores[n, c] = np.sum(image * template) - template.sum() / 2
    return scores
# %% right: from the distances
def template_scores(images, templates):
    apart = images[:, None] - templates[None]
    return (np.square(images).sum(axis=(1, 2))[:, None] - np.square(apart).sum(axis=(2, 3))) / 2
