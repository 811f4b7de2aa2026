# %% wrong: the loss is the mean of the batches' means, not weighted by their sizes, so images of a smaller last batch count more; the weight is right
def epoch(weight, images, labels, order, batch_size, lr):
    def softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[batch]
        p = softmax(x @ weight.T)
        losses.append(-np.log(p[np.arange(len(y)), y]).mean())
        p[np.arange(len(y)), y] -= 1
        weight = weight - lr * p.T @ x / len(y)
    return weight, np.mean(losses)
# %% wrong: weight -= ... changes the argument weight in place; what is returned is right
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        logits = images[batch] @ weight.T
        logits = logits - logits.max(axis=1, keepdims=True)
        log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        rows = np.arange(len(batch))
        total += -log_p[rows, labels[batch]].sum()
        grad = np.exp(log_p)
        grad[rows, labels[batch]] -= 1
        weight -= lr * (grad / len(batch)).T @ images[batch]
    return weight, total / len(order)
# %% wrong: the order is used for the images only: labels are taken as labels[start : start + batch_size], so the pairs do not belong together
def epoch(weight, images, labels, order, batch_size, lr):
    def cross_entropy(logits, labels):
        z = logits - logits.max(axis=1, keepdims=True)
        return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels])

    def cross_entropy_backward(logits, labels):
        p = np.exp(logits - logits.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        p[np.arange(len(p)), labels] -= 1
        return p / len(p)

    w = weight.copy()
    loss_sum = 0
    for start in range(0, len(images), batch_size):
        x = images[order[start:start + batch_size]]
        y = labels[start:start + batch_size]
        logits = x @ w.T
        loss_sum += cross_entropy(logits, y) * len(x)
        w = w - lr * cross_entropy_backward(logits, y).T @ x
    return w, loss_sum / len(images)
# %% wrong: two mistakes: a smaller last batch is left out, and each batch's loss is measured after its step instead of just before
def epoch(weight, images, labels, order, batch_size, lr):
    def log_softmax(logits):
        logits = logits - logits.max(axis=1, keepdims=True)
        return logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))

    total, seen = 0.0, 0
    for k in range(len(order) // batch_size):
        batch = order[k * batch_size:(k + 1) * batch_size]
        x, y = images[batch], labels[batch]
        target = np.eye(len(weight))[y]
        grad_logits = (np.exp(log_softmax(x @ weight.T)) - target) / len(batch)
        weight = weight - lr * (grad_logits.T @ x)
        total -= (log_softmax(x @ weight.T) * target).sum()
        seen += len(batch)
    return weight, total / seen if seen else 0.0
# %% right: order cut by np.split, one-hot labels, transposed logits, np.logaddexp
def epoch(weight, images, labels, order, batch_size, lr):
    w = np.array(weight, dtype=float)
    one_hot = np.eye(len(w))
    losses = np.empty(len(order))
    done = 0
    for batch in np.split(np.asarray(order), np.arange(batch_size, len(order), batch_size)):
        x, target = images[batch], one_hot[labels[batch]].T
        logits = w @ x.T
        norm = np.logaddexp.reduce(logits, axis=0)
        losses[done:done + len(batch)] = norm - np.sum(logits * target, axis=0)
        done += len(batch)
        w = w - lr / len(batch) * (np.exp(logits - norm) - target) @ x
    return w, losses.mean()
