# %% wrong: np.bincount without minlength: raises ValueError (cannot reshape) unless the very last cell, last class as last class, occurs
def confusion_matrix(labels, predictions, classes):
    return np.bincount(labels * classes + predictions).reshape(classes, classes)
# %% wrong: the rows of the matrix are one and the same list ([[0] * classes] * classes), so each count lands in every row
def confusion_matrix(labels, predictions, classes):
    matrix = [[0] * classes] * classes
    for right, answer in zip(labels, predictions):
        matrix[right][answer] += 1
    return np.array(matrix)
# %% wrong: counts in uint8, which begins again at 0 after 255; right as long as no count exceeds 255
def confusion_matrix(labels, predictions, classes):
    counts = np.zeros((classes, classes), dtype=np.uint8)
    np.add.at(counts, (labels, predictions), 1)
    return counts
# %% wrong: two mistakes: rows are the network's answers and columns the right classes (transposed), and each row is divided by its sum, so there are shares instead of counts
def confusion_matrix(labels, predictions, classes):
    table = np.array([[np.sum((predictions == row) & (labels == column)) for column in range(classes)]
                      for row in range(classes)], dtype=float)
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)
# %% right: product of two one-hot matrices
def confusion_matrix(labels, predictions, classes):
    unit = np.eye(classes, dtype=int)
    return unit[labels].T @ unit[predictions]
