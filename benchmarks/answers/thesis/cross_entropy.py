# %% wrong: nothing is subtracted before np.exp: logits of about 1000 overflow (inf or nan); right for small logits
def cross_entropy(logits, labels):
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    right_ones = p[np.arange(len(labels)), labels]
    return -np.log(right_ones).mean()
# %% wrong: the sum over the rows is returned, not the mean; shows for N above 1
def cross_entropy(logits, labels):
    total = 0.0
    for row, label in zip(logits, labels):
        row = row - np.max(row)
        total += np.log(np.sum(np.exp(row))) - row[label]
    return total
# %% wrong: the row's largest logit is subtracted inside of the log-sum only, not from the logit of the right class: too small by the mean of the largest logits
def cross_entropy(logits, labels):
    m = logits.max(axis=1, keepdims=True)
    logsum = np.log(np.exp(logits - m).sum(axis=1))
    correct = np.take_along_axis(logits, labels[:, None], axis=1)[:, 0]
    return np.mean(logsum - correct)
# %% wrong: log of base 2 (np.log2) instead of the natural logarithm: too large by 1 / log 2 = 1.44
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=-1, keepdims=True)
    bits = z / np.log(2)
    loss = [np.log2(np.exp(z[n]).sum()) - bits[n][labels[n]] for n in range(len(labels))]
    return sum(loss) / len(loss)
# %% right: differences to the right class's logit, then logaddexp.reduce
def cross_entropy(logits, labels):
    z = np.asarray(logits, dtype=float)
    own = z[np.arange(len(z)), np.asarray(labels)]
    return float(np.logaddexp.reduce(z - own[:, None], axis=1).sum() / len(z))
