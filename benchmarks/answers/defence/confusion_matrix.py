# %% wrong: matrix[labels, predictions] += 1 without a loop adds 1 to each place only once
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    matrix[labels, predictions] += 1
    return matrix
# %% wrong: rows and columns are exchanged: row is the answer, column the right class
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for answer, truth in zip(predictions, labels):
        m[answer, truth] += 1
    return m
# %% wrong: each row is divided by its sum, so shares instead of counts are returned
def confusion_matrix(labels, predictions, classes):
    counts = np.zeros((classes, classes))
    np.add.at(counts, (labels, predictions), 1)
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
# %% wrong: classes is ignored: the matrix is only as large as the largest label or prediction that occurs
def confusion_matrix(labels, predictions, classes):
    k = max(labels.max(), predictions.max()) + 1
    matrix = np.zeros((k, k), dtype=int)
    for n in range(len(labels)):
        matrix[labels[n], predictions[n]] += 1
    return matrix
# %% right: product of one-hot matrices
def confusion_matrix(labels, predictions, classes):
    rows = np.eye(classes)[np.asarray(labels, dtype=int)]
    columns = np.eye(classes)[np.asarray(predictions, dtype=int)]
    return rows.T @ columns
