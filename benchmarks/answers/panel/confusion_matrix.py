# %% wrong: matrix[labels, predictions] += 1 without a loop adds only 1 to each place; shows when a pair occurs twice
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    matrix[labels, predictions] += 1
    return matrix
# %% wrong: the size is taken from the largest class that occurs and not from classes; the shape is wrong when the last class never occurs
def confusion_matrix(labels, predictions, classes):
    k = max(max(labels), max(predictions)) + 1
    table = np.zeros((k, k), int)
    for i in range(len(labels)):
        table[labels[i]][predictions[i]] += 1
    return table
# %% wrong: each row is divided by its sum: shares and not counts
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes))
    np.add.at(m, (labels, predictions), 1)
    return m / np.maximum(m.sum(axis=1, keepdims=True), 1)
# %% wrong: two mistakes: rows and columns are swapped, and the right answers (diagonal) are not counted
def confusion_matrix(labels, predictions, classes):
    counts = [[0] * classes for _ in range(classes)]
    for right, answer in zip(labels, predictions):
        if right != answer:      # who is taken for whom
            counts[answer][right] += 1
    return np.array(counts)
# %% right: product of two one-hot matrices
def confusion_matrix(labels, predictions, classes):
    eye = np.eye(classes)
    return eye[np.asarray(labels)].T @ eye[np.asarray(predictions)]
