# %% wrong: rows and columns are swapped: row the answer, column the right class; shows where the matrix is not symmetric
def confusion_matrix(labels, predictions, classes):
    m = np.zeros((classes, classes), int)
    for truth, guess in zip(labels, predictions):
        m[guess, truth] += 1
    return m
# %% wrong: += 1 with index arrays counts each pair only once; shows where a pair comes twice
def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes))
    matrix[labels, predictions] += 1
    return matrix
# %% wrong: the matrix is as large as the largest class that occurs, classes is not used; shows where the last class never occurs
def confusion_matrix(labels, predictions, classes):
    size = max(max(labels), max(predictions)) + 1
    table = [[0] * size for _ in range(size)]
    for i in range(len(labels)):
        table[labels[i]][predictions[i]] += 1
    return np.array(table)
# %% wrong: only the mistakes are counted, the diagonal stays 0; shows where an answer is right
def confusion_matrix(labels, predictions, classes):
    conf = np.zeros((classes, classes), dtype=int)
    wrong = labels != predictions
    np.add.at(conf, (labels[wrong], predictions[wrong]), 1)
    return conf
# %% right: one-hot rows, transposed, times one-hot rows
def confusion_matrix(labels, predictions, classes):
    one_hot = np.eye(classes)
    return one_hot[labels].T @ one_hot[predictions]
