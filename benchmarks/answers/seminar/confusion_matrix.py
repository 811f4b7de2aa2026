# %% wrong: matrix[labels, predictions] += 1 counts each place only once, however often the pair comes
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), dtype=int)
    matrix[labels, predictions] += 1
    return matrix
# %% wrong: row and column are swapped: the row is the network's answer, the column the right class
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes))
    for label, p in zip(labels, predictions):
        m[p, label] += 1
    return m
# %% wrong: the size is taken from the largest class that occurs instead of classes; shows where the last class does not occur
def confusion_matrix(labels, predictions, classes):
    n = int(max(max(labels), max(predictions))) + 1
    table = [[0] * n for _ in range(n)]
    for a, b in zip(labels, predictions):
        table[a][b] += 1
    return np.array(table)
# %% wrong: each row is divided by its sum, so shares stand there instead of counts
def confusion_matrix(labels, predictions, classes):
    c = np.zeros((classes, classes))
    np.add.at(c, (labels, predictions), 1)
    rows = c.sum(axis=1, keepdims=True)
    return c / np.maximum(rows, 1)
# %% right: product of two one-hot tables
def confusion_matrix(labels, predictions, classes):
    one = np.eye(classes)
    return one[labels].T @ one[predictions]
