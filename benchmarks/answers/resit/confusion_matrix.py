# %% wrong: rows and columns are swapped: row the network's answer, column the right class
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    for label, prediction in zip(labels, predictions):
        matrix[prediction, label] += 1
    return matrix
# %% wrong: matrix[labels, predictions] += 1 without a loop counts each pair only once
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    matrix[labels, predictions] += 1
    return matrix
# %% wrong: the matrix is as large as the classes that occur, not (classes, classes): rows and columns at the end may be missing
def confusion_matrix(labels, predictions, classes):
    size = max(labels.max(), predictions.max()) + 1
    return np.array([[np.sum((labels == row) & (predictions == column)) for column in range(size)]
                     for row in range(size)])
# %% wrong: only the mistakes are counted; the diagonal stays 0
def confusion_matrix(labels, predictions, classes):
    counts = np.zeros((classes, classes), dtype=np.int64)
    wrong = labels != predictions
    np.add.at(counts, (labels[wrong], predictions[wrong]), 1)
    return counts
# %% right: a product of two one-hot matrices
def confusion_matrix(labels, predictions, classes):
    hot = np.eye(classes, dtype=int)
    return hot[labels].T @ hot[predictions]
