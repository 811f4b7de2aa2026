# %% wrong: fancy indexing with +=, each place is counted once only
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), dtype=int)
    m[labels, predictions] += 1
    return m
# %% wrong: rows are the answers and columns the right classes
def confusion_matrix(labels, predictions, classes):
    counts = [[0] * classes for _ in range(classes)]
    for truth, answer in zip(labels, predictions):
        counts[answer][truth] += 1
    return np.array(counts)
# %% wrong: rows as shares of the class, not counts
def confusion_matrix(labels, predictions, classes):
    eye = np.eye(classes)
    counts = eye[labels].T @ eye[predictions]
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
# %% wrong: a list of one row repeated: [[0] * n] * n, all rows are the same list
def confusion_matrix(labels, predictions, classes):
    table = [[0] * classes] * classes
    for t, p in zip(labels, predictions):
        table[t][p] += 1
    return np.array(table)
# %% wrong: as large as the largest class that occurs, `classes` is not used
def confusion_matrix(labels, predictions, classes):
    size = max(max(labels), max(predictions)) + 1
    return np.bincount(labels * size + predictions, minlength=size * size).reshape(size, size)
# %% right: comparisons counted class by class
def confusion_matrix(labels, predictions, classes):
    is_label = np.equal.outer(np.arange(classes), labels).astype(int)
    is_answer = np.equal.outer(np.arange(classes), predictions).astype(int)
    return is_label @ is_answer.T
