# %% wrong: without a loop each place is raised at most once, matrix[labels, predictions] += 1 counts repeated pairs once
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    matrix[labels, predictions] += 1
    return matrix
# %% wrong: the argument classes is ignored, the size is the number of different labels that occur, so the matrix is too small or an IndexError is raised if a class is missing among the labels
def confusion_matrix(labels, predictions, classes):
    size = len(np.unique(labels))
    table = np.zeros((size, size), dtype=int)
    for right, answer in zip(labels, predictions):
        table[right, answer] += 1
    return table
# %% wrong: each row is divided by its sum, shares instead of counts
def confusion_matrix(labels, predictions, classes):
    counts = np.zeros((classes, classes))
    np.add.at(counts, (labels, predictions), 1)
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
# %% wrong: only mistakes are counted, the diagonal stays 0
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), dtype=np.int64)
    for i in range(len(labels)):
        if labels[i] != predictions[i]:
            m[labels[i]][predictions[i]] += 1
    return m
# %% right: product of two one-hot matrices
def confusion_matrix(labels, predictions, classes):
    every = np.arange(classes)
    hot = [(np.reshape(each, (-1, 1)) == every).astype(int) for each in (labels, predictions)]
    return hot[0].T @ hot[1]
