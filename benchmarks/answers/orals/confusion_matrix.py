# %% wrong: rows and columns are exchanged: the row is the network's answer, the column the right class
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    for label, prediction in zip(labels, predictions):
        matrix[prediction, label] += 1
    return matrix
# %% wrong: matrix[labels, predictions] += 1 without a loop: a pair that occurs more than once is counted only once
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes))
    matrix[labels, predictions] += 1
    return matrix
# %% wrong: bincount without minlength: ValueError in reshape whenever the last pair (classes - 1, classes - 1) does not occur
def confusion_matrix(labels, predictions, classes):
    code = classes * labels + predictions
    return np.bincount(code).reshape(classes, classes)
# %% wrong: each row is divided by its sum, so shares are returned instead of counts (nan for a class without an image)
def confusion_matrix(labels, predictions, classes):
    counts = np.zeros((classes, classes))
    np.add.at(counts, (labels, predictions), 1)
    return counts / counts.sum(axis=1, keepdims=True)
# %% right: product of two one-hot matrices
def confusion_matrix(labels, predictions, classes):
    one_hot = np.eye(classes, dtype=int)
    return one_hot[np.asarray(labels)].T @ one_hot[np.asarray(predictions)]
