# %% wrong: the bias has |m| / 2, not its square
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - np.linalg.norm(m, axis=1) / 2
# %% wrong: the transposed scores, (classes, N)
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return m @ x.T - (m ** 2).sum(axis=1)[:, None] / 2
# %% wrong: one bias for all classes, the sum over all templates
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - np.sum(m ** 2) / 2
# %% right: einsum over rows and columns
def template_scores(images, templates):
    products = np.einsum("nhw,khw->nk", images, templates)
    return products - 0.5 * np.einsum("khw,khw->k", templates, templates)
