# %% wrong: the bias is |m|², not half of it
def template_scores(images, templates):
    x, m = images.reshape(len(images), -1), templates.reshape(len(templates), -1)
    return x @ m.T - (m ** 2).sum(axis=1)
# %% wrong: minus half of the squared distance: same answers, other scores
def template_scores(images, templates):
    apart = images[:, None] - templates[None]
    return -(apart ** 2).sum(axis=(2, 3)) / 2
# %% wrong: one bias for all classes, the sum over all templates
def template_scores(images, templates):
    x, m = images.reshape(len(images), -1), templates.reshape(len(templates), -1)
    return x @ m.T - (templates ** 2).sum() / 2
# %% wrong: half of the length |m| is subtracted, not of its square
def template_scores(images, templates):
    x = images.reshape(images.shape[0], -1)
    m = templates.reshape(templates.shape[0], -1)
    return x @ m.T - np.linalg.norm(m, axis=1) / 2
# %% wrong: images @ templates without flattening (ValueError, or a stack of products of matrices)
def template_scores(images, templates):
    bias = (templates ** 2).sum(axis=(1, 2)) / 2
    return images @ templates.T - bias
# %% wrong: m @ m.T summed over a row, so the bias holds the products with the other templates, too, not only |m|²
def template_scores(images, templates):
    x, m = images.reshape(len(images), -1), templates.reshape(len(templates), -1)
    return x @ m.T - (m @ m.T).sum(axis=1) / 2
# %% right: einsum
def template_scores(images, templates):
    dots = np.einsum("nhw,chw->nc", images, templates)
    return dots - 0.5 * np.einsum("chw,chw->c", templates, templates)
