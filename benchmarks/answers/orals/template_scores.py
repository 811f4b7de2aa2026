# %% wrong: the bias is not halved: |m|^2 is subtracted instead of |m|^2 / 2
def template_scores(images, templates):
    x = images.reshape(len(images), -1)
    m = templates.reshape(len(templates), -1)
    return x @ m.T - (m**2).sum(axis=1)
# %% wrong: the bias is one number for all classes, half of the sum of squares of all templates together, instead of one a class
def template_scores(images, templates):
    products = np.einsum("nhw,chw->nc", images, templates)
    bias = -np.sum(templates**2) / 2
    return products + bias
# %% wrong: the result is transposed, (classes, N) instead of (N, classes)
def template_scores(images, templates):
    scores = []
    for template in templates:
        half = np.sum(template * template) / 2
        scores.append([np.sum(template * image) - half for image in images])
    return np.array(scores)
# %% wrong: half of the length |m| is subtracted, with the root, instead of half of its square
def template_scores(images, templates):
    flat_images = np.reshape(images, (images.shape[0], -1))
    flat_templates = np.reshape(templates, (templates.shape[0], -1))
    return flat_images @ flat_templates.T - np.linalg.norm(flat_templates, axis=1) / 2
# %% right: by distances, (|x|^2 - |x - m|^2) / 2
def template_scores(images, templates):
    def square(numbers):
        return np.sum(np.asarray(numbers, dtype=float) ** 2, axis=(-2, -1))

    images, templates = np.asarray(images, dtype=float), np.asarray(templates, dtype=float)
    return (square(images)[:, None] - square(images[:, None] - templates[None])) / 2
