# %% wrong: a class without an image divides by zero and becomes nan
def class_templates(images, labels, classes):
    return np.stack([images[labels == k].mean(axis=0) for k in range(classes)])
# %% wrong: sums instead of means
def class_templates(images, labels, classes):
    templates = np.zeros((classes,) + images.shape[1:])
    for image, label in zip(images, labels):
        templates[label] += image
    return templates
# %% wrong: only the classes that occur get a template: np.unique
def class_templates(images, labels, classes):
    present = np.unique(labels)
    return np.array([images[labels == k].mean(axis=0) for k in present])
# %% wrong: divided by the number of all images
def class_templates(images, labels, classes):
    onehot = np.eye(classes)[labels]
    return np.einsum("nk,nhw->khw", onehot, images) / len(images)
# %% wrong: fancy indexing with +=, of the images of a class only the last is added
def class_templates(images, labels, classes):
    total = np.zeros((classes, *images.shape[1:]))
    total[labels] += images
    counts = np.bincount(labels, minlength=classes)
    return total / np.maximum(counts, 1)[:, None, None]
# %% wrong: the median, not the mean
def class_templates(images, labels, classes):
    out = np.zeros((classes,) + images.shape[1:])
    for k in range(classes):
        mine = images[labels == k]
        if len(mine):
            out[k] = np.median(mine, axis=0)
    return out
# %% right: np.add.at and counts of at least 1
def class_templates(images, labels, classes):
    total = np.zeros((classes, *images.shape[1:]))
    np.add.at(total, labels, images)
    counts = np.bincount(labels, minlength=classes)
    return total / np.where(counts == 0, 1, counts).reshape(-1, 1, 1)
