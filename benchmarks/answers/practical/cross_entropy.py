# %% wrong: no largest logit is subtracted: exp overflows for logits of about 1000, the answer is nan or inf (right for small logits)
def cross_entropy(logits, labels):
    e = np.exp(logits)
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(labels)), labels]).mean()
# %% wrong: logits[:, labels] picks an N×N block: for every row the classes of all rows' labels, instead of each row's own
def cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.mean(log_p[:, labels])
# %% wrong: two mistakes: the right class's logit that is subtracted is not shifted while the sum of exp is, so each loss is off by its row's largest logit; and the losses are summed instead of averaged
def cross_entropy(logits, labels):
    total = 0.0
    for row, label in zip(logits, labels):
        big = max(row)
        total += math.log(sum(math.exp(v - big) for v in row)) - row[label]
    return total
# %% wrong: the labels are taken to count from 1 (label - 1): each row's loss is that of the class before; label 0 reads the last class
def cross_entropy(logits, labels):
    losses = []
    for n in range(logits.shape[0]):
        z = logits[n] - logits[n].max()
        losses.append(np.log(np.exp(z).sum()) - z[labels[n] - 1])
    return float(np.mean(losses))
# %% right: logaddexp over the classes
def cross_entropy(logits, labels):
    whole = np.logaddexp.reduce(logits, axis=1)
    return float(np.mean([t - row[k] for t, row, k in zip(whole, logits, labels)]))
