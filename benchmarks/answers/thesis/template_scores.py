# %% wrong: the bias is minus half the length of the template, not its square (the root too much); shows unless |m| is 0 or 1
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - np.linalg.norm(m, axis=1) / 2
# %% wrong: the bias is added instead of subtracted; shows for every template that is not all 0
def template_scores(images, templates):
    products = np.einsum("nhw,chw->nc", images, templates)
    bias = (templates ** 2).sum(axis=(1, 2)) / 2
    return products + bias
# %% wrong: minus half the squared distance, so -|x|²/2 is in it too; same winner, other numbers wherever an image is not all 0
def template_scores(images, templates):
    scores = np.zeros((len(images), len(templates)))
    for i, img in enumerate(images):
        for c, tmp in enumerate(templates):
            scores[i, c] = -np.sum((img - tmp) ** 2) / 2
    return scores
# %% wrong: the bias is -|m|² without the half; shows for every template that is not all 0
def template_scores(images, templates):
    flat = templates.reshape(len(templates), -1)
    dots = flat @ images.reshape(len(images), -1).T
    return (dots - np.sum(flat**2, axis=1, keepdims=True)).T
# %% right: one product: m · (x - m / 2), class by class
def template_scores(images, templates):
    return np.stack([np.tensordot(images - m / 2, m, axes=2) for m in templates], axis=1)
