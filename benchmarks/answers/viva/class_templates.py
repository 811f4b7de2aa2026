# %% wrong: no true mean: each image is averaged half and half with what is there, (template + image) / 2, beginning with zeros, so later images count more
def class_templates(images, labels, classes):
    templates = np.zeros((classes,) + images.shape[1:])
    for image, label in zip(images, labels):
        templates[label] = (templates[label] + image) / 2
    return templates
# %% wrong: the templates have the dtype of the images, so for images of whole numbers the means are cut to whole numbers; floats are right
def class_templates(images, labels, classes):
    N, H, W = images.shape
    result = np.zeros((classes, H, W), images.dtype)
    for c in range(classes):
        if np.any(labels == c):
            result[c] = images[labels == c].mean(axis=0)
    return result
# %% wrong: the argument classes is ignored: np.unique(labels) gives the classes, so one without an image is missing instead of being zeros
def class_templates(images, labels, classes):
    return np.array([images[labels == c].mean(axis=0) for c in np.unique(labels)])
# %% wrong: `sums[labels] += images` adds only one image (the last) of each class, and that one is divided by the count of all
def class_templates(images, labels, classes):
    sums = np.zeros((classes, *images.shape[1:]))
    sums[labels] += images
    counts = np.bincount(labels, minlength=classes)
    return sums / np.maximum(counts, 1)[:, None, None]
# %% right: a matrix of shares, classes by images, times the images
def class_templates(images, labels, classes):
    belongs = np.equal.outer(np.arange(classes), labels)
    number = belongs.sum(axis=1, keepdims=True)
    shares = np.divide(belongs, number, out=np.zeros(belongs.shape), where=number > 0)
    return np.einsum("cn,nhw->chw", shares, images)
