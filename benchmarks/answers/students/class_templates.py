# %% wrong: a class without an image gives nan (mean of nothing) instead of zeros
def class_templates(images, labels, classes):
    return np.array([images[labels == k].mean(axis=0) for k in range(classes)])
# %% wrong: sums instead of means
def class_templates(images, labels, classes):
    result = np.zeros((classes,) + images.shape[1:])
    for image, label in zip(images, labels):
        result[label] += image
    return result
# %% wrong: divides by the number of all images instead of by the number of the class
def class_templates(images, labels, classes):
    result = np.zeros((classes,) + images.shape[1:])
    for k in range(classes):
        result[k] = images[labels == k].sum(axis=0) / len(images)
    return result
# %% wrong: only the classes that occur (np.unique): too few templates if a class has no image
def class_templates(images, labels, classes):
    return np.stack([images[labels == k].mean(axis=0) for k in np.unique(labels)])
# %% wrong: mean over all axes: one grey value for each class, spread over the template
def class_templates(images, labels, classes):
    templates = np.zeros((classes,) + images.shape[1:])
    for k in range(classes):
        if (labels == k).any():
            templates[k] = images[labels == k].mean()
    return templates
# %% wrong: result[labels] += images adds only one image of each class (repeated indices are not added up)
def class_templates(images, labels, classes):
    result = np.zeros((classes,) + images.shape[1:])
    result[labels] += images
    counts = np.bincount(labels, minlength=classes)
    return result / np.maximum(counts, 1)[:, None, None]
# %% wrong: array of the images' dtype: for integer images the means are cut off to whole numbers
def class_templates(images, labels, classes):
    templates = np.zeros((classes, images.shape[1], images.shape[2]), dtype=images.dtype)
    for k in range(classes):
        members = images[labels == k]
        if len(members) > 0:
            templates[k] = members.mean(axis=0)
    return templates
# %% right: one-hot table times flat images, then division by the counts or 1
def class_templates(images, labels, classes):
    hot = (np.arange(classes)[:, None] == np.asarray(labels)).astype(float)
    sums = hot @ images.reshape(len(images), -1)
    counts = hot.sum(axis=1, keepdims=True)
    return np.divide(sums, counts, out=np.zeros_like(sums), where=counts > 0).reshape((classes,) + images.shape[1:])
