# %% wrong: += with an index array counts each pair only once
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    matrix[labels, predictions] += 1
    return matrix

# %% wrong: bincount without minlength, so the reshape fails when the last pairs do not occur
def confusion_matrix(labels, predictions, classes):
    flat = np.asarray(labels) * classes + np.asarray(predictions)
    return np.bincount(flat).reshape(classes, classes)

# %% wrong: two mistakes: rows and columns are exchanged, and shares are returned, not counts
def confusion_matrix(labels, predictions, classes):
    table = np.zeros((classes, classes))
    for truth, answer in zip(labels, predictions):
        table[answer, truth] += 1
    return table / np.maximum(table.sum(axis=0, keepdims=True), 1)

# %% right: a product of two one-hot matrices
def confusion_matrix(labels, predictions, classes):
    numbers = np.arange(classes)
    truth = np.asarray(labels)[:, None] == numbers
    answer = np.asarray(predictions)[:, None] == numbers
    return truth.T.astype(int) @ answer.astype(int)
