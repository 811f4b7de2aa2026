# %% wrong: a class without images gets NaN (the mean of nothing) instead of zeros
def class_templates(images, labels, classes):
    return np.array([images[labels == k].mean(axis=0) for k in range(classes)])
# %% wrong: the sum of a class is divided by the number of all images instead of those of the class
def class_templates(images, labels, classes):
    out = np.zeros((classes,) + images.shape[1:])
    for label in range(classes):
        out[label] = images[labels == label].sum(axis=0) / len(images)
    return out
# %% wrong: only classes that occur get a template (np.unique), so the result has too few templates and shifted places when a class is missing
def class_templates(images, labels, classes):
    result = []
    for label in np.unique(labels):
        result.append(images[labels == label].mean(axis=0))
    return np.stack(result)
# %% wrong: instead of the mean each new image is averaged with the template so far, (template + image) / 2, so later images count more
def class_templates(images, labels, classes):
    n, h, w = images.shape
    templates = np.zeros((classes, h, w))
    seen = [False] * classes
    for image, label in zip(images, labels):
        if seen[label]:
            templates[label] = (templates[label] + image) / 2
        else:
            templates[label] = image
            seen[label] = True
    return templates
# %% right: one-hot matrix times the images, divided by counts of at least 1
def class_templates(images, labels, classes):
    member = (np.arange(classes)[:, None] == np.asarray(labels)[None, :]).astype(float)
    total = np.tensordot(member, images, axes=1)
    return total / np.maximum(member.sum(axis=1), 1)[:, None, None]
