# %% wrong: matrix[labels, predictions] += 1 without a loop adds 1 to each place only once
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    matrix[labels, predictions] += 1
    return matrix
# %% wrong: rows and columns exchanged
def confusion_matrix(labels, predictions, classes):
    counts = np.zeros((classes, classes), int)
    for label, prediction in zip(labels, predictions):
        counts[prediction, label] += 1
    return counts
# %% wrong: np.histogram2d chooses its bins from the smallest to the largest class that occurs, not 0 to classes
def confusion_matrix(labels, predictions, classes):
    counts, _, _ = np.histogram2d(labels, predictions, bins=classes)
    return counts.astype(int)
# %% wrong: bincount without minlength (ValueError in reshape unless the last place occurs)
def confusion_matrix(labels, predictions, classes):
    return np.bincount(labels * classes + predictions).reshape(classes, classes)
# %% wrong: each row is divided by its sum, shares instead of counts
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes))
    np.add.at(matrix, (labels, predictions), 1)
    return matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
# %% wrong: only mistakes are counted, the diagonal stays 0
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    for right, answer in zip(labels, predictions):
        if right != answer:
            matrix[right, answer] += 1
    return matrix
# %% right: one-hot rows multiplied
def confusion_matrix(labels, predictions, classes):
    one_hot = np.eye(classes, dtype=int)
    return one_hot[labels].T @ one_hot[predictions]
# %% right: bincount with minlength
def confusion_matrix(labels, predictions, classes):
    places = np.asarray(labels) * classes + np.asarray(predictions)
    return np.bincount(places, minlength=classes ** 2).reshape(classes, classes)
