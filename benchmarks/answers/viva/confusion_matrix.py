# %% wrong: np.bincount without minlength: ValueError in reshape whenever no image falls into the last cell (last class taken for last class); else right
def confusion_matrix(labels, predictions, classes):
    cells = np.asarray(labels) * classes + np.asarray(predictions)
    return np.bincount(cells).reshape(classes, classes)
# %% wrong: right answers are left out, so the diagonal is 0
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for label, answer in zip(labels, predictions):
        if label != answer:
            matrix[label, answer] += 1
    return matrix
# %% wrong: each row is divided by its sum: shares of the class instead of counts (rows without an image stay 0)
def confusion_matrix(labels, predictions, classes):
    counts = np.zeros((classes, classes))
    np.add.at(counts, (labels, predictions), 1)
    totals = counts.sum(axis=1, keepdims=True)
    return counts / np.maximum(totals, 1)
# %% wrong: the argument classes is ignored; the size is the largest label plus 1, so the matrix is too small if the last class is missing among the labels, and an answer beyond it raises an IndexError
def confusion_matrix(labels, predictions, classes):
    K = max(labels) + 1
    cm = np.zeros((K, K), dtype=int)
    for t, p in zip(labels, predictions):
        cm[t][p] += 1
    return cm
# %% right: a product of two one-hot matrices
def confusion_matrix(labels, predictions, classes):
    numbers = np.arange(classes)
    true = np.equal.outer(numbers, labels).astype(int)
    said = np.equal.outer(predictions, numbers).astype(int)
    return true @ said
