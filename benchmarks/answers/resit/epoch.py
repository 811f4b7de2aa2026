# %% wrong: two mistakes: the loss is the mean of the batches' means, and the weight is changed in place, so the caller's weight is another one afterwards
def epoch(weight, images, labels, order, batch_size, lr):
    from cnnhelpers.functional import cross_entropy, cross_entropy_backward
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        logits = images[batch] @ weight.T
        losses.append(cross_entropy(logits, labels[batch]))
        weight -= lr * cross_entropy_backward(logits, labels[batch]).T @ images[batch]
    return weight, np.mean(losses)
# %% wrong: weight -= changes the caller's weight; the numbers are right
def epoch(weight, images, labels, order, batch_size, lr):
    from cnnhelpers.functional import cross_entropy, cross_entropy_backward
    total = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        x, y = images[batch], labels[batch]
        logits = x @ weight.T
        total += cross_entropy(logits, y) * len(batch)
        weight -= lr * (cross_entropy_backward(logits, y).T @ x)
    return weight, total / len(order)
# %% wrong: the loss of a batch is measured after its step instead of before
def epoch(weight, images, labels, order, batch_size, lr):
    from cnnhelpers.functional import cross_entropy, cross_entropy_backward
    weight = weight.copy()
    total = 0
    for first in range(0, len(order), batch_size):
        batch = order[first:first + batch_size]
        gradient = cross_entropy_backward(images[batch] @ weight.T, labels[batch])
        weight -= lr * gradient.T @ images[batch]
        total += len(batch) * cross_entropy(images[batch] @ weight.T, labels[batch])
    return weight, total / len(order)
# %% wrong: the gradient is divided by the size of the batch once more, although the cross-entropy is a mean already; all steps are too small
def epoch(weight, images, labels, order, batch_size, lr):
    w, total = weight.copy(), 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y, n = images[batch], labels[batch], np.arange(len(batch))
        logits = x @ w.T
        p = np.exp(logits - logits.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        total += -np.log(p[n, y]).sum()
        p[n, y] -= 1
        p /= len(batch)
        w -= lr * p.T @ x / len(batch)
    return w, total / len(images)
# %% right: np.split and softmax by hand
def epoch(weight, images, labels, order, batch_size, lr):
    losses = []
    for batch in np.split(order, range(batch_size, len(order), batch_size)):
        logits = np.einsum("nf,cf->nc", images[batch], weight)
        logs = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
        wanted = labels[batch][:, None] == np.arange(len(weight))
        losses.extend(-logs[wanted])
        weight = weight - lr / len(batch) * np.einsum("nc,nf->cf", np.exp(logs) - wanted, images[batch])
    return weight, sum(losses) / len(losses)
