# %% wrong: rows and columns exchanged: row the answer, column the right class
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), dtype=int)
    for right, answer in zip(labels, predictions):
        m[answer, right] += 1
    return m
# %% wrong: m[labels, predictions] += 1 counts a pair that comes several times only once
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), dtype=int)
    m[labels, predictions] += 1
    return m
# %% wrong: shares of each row instead of counts (nan for a class without images)
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes))
    np.add.at(m, (labels, predictions), 1)
    return m / m.sum(axis=1, keepdims=True)
# %% wrong: the size comes from the labels that occur, not from classes: too small if the last class does not occur
def confusion_matrix(labels, predictions, classes):
    n = max(max(labels), max(predictions)) + 1
    m = np.zeros((n, n), dtype=int)
    for i in range(len(labels)):
        m[labels[i], predictions[i]] += 1
    return m
# %% wrong: counts only the errors; the diagonal stays 0
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), dtype=int)
    for a, b in zip(labels, predictions):
        if a != b:
            m[a, b] += 1
    return m
# %% wrong: bincount without minlength: reshape crashes unless the last pair of classes occurs
def confusion_matrix(labels, predictions, classes):
    return np.bincount(np.asarray(labels) * classes + np.asarray(predictions)).reshape(classes, classes)
# %% right: product of one-hot tables
def confusion_matrix(labels, predictions, classes):
    k = np.arange(classes)
    a = (np.asarray(labels)[:, None] == k).astype(int)
    b = (np.asarray(predictions)[:, None] == k).astype(int)
    return a.T @ b
# %% right: two nested comprehensions over all pairs of classes
def confusion_matrix(labels, predictions, classes):
    pairs = [(int(a), int(b)) for a, b in zip(labels, predictions)]
    return np.array([[pairs.count((r, c)) for c in range(classes)] for r in range(classes)])
