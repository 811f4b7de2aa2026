# %% wrong: the logits of every batch are computed with the weight from before the epoch, not with the one updated so far
def epoch(weight, images, labels, order, batch_size, lr):
    def softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    new_weight = weight.copy()
    total = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        x, y = images[batch], labels[batch]
        p = softmax(x @ weight.T)
        total += -np.log(p[np.arange(len(y)), y]).sum()
        p[np.arange(len(y)), y] -= 1
        new_weight = new_weight - lr * (p / len(y)).T @ x
    return new_weight, total / len(order)
# %% wrong: a last batch that is smaller is left out, of the steps and of the mean loss
def epoch(weight, images, labels, order, batch_size, lr):
    w = np.array(weight, dtype=float)
    losses = []
    for k in range(len(order) // batch_size):
        batch = order[k * batch_size : (k + 1) * batch_size]
        x, y = images[batch], labels[batch]
        z = x @ w.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        hot = np.eye(len(w))[y]
        losses.extend(-np.log((p * hot).sum(axis=1)))
        w = w - lr * (p - hot).T @ x / batch_size
    return w, np.mean(losses)
# %% wrong: the images are taken in the order given, but the labels in the order in which they are stored, so they do not belong together
def epoch(weight, images, labels, order, batch_size, lr):
    W, loss_sum = weight * 1.0, 0
    for start in range(0, len(order), batch_size):
        stop = start + batch_size
        batch_images = images[order[start:stop]]
        batch_labels = labels[start:stop]
        n = len(batch_labels)
        logits = batch_images @ W.T
        logits = logits - logits.max(axis=1, keepdims=True)
        log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        loss_sum -= log_p[np.arange(n), batch_labels].sum()
        grad = np.exp(log_p)
        grad[np.arange(n), batch_labels] -= 1
        W -= lr * (grad / n).T @ batch_images
    return W, loss_sum / len(order)
# %% wrong: two mistakes: the weight that was passed is changed in place by -=, and the mean loss is the mean of the batches' means, so that a smaller last batch counts too much
def epoch(weight, images, labels, order, batch_size, lr):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        x, y = images[batch], labels[batch]
        logits = x @ weight.T
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares = shares / shares.sum(axis=1, keepdims=True)
        losses.append(-np.mean(np.log(shares[range(len(y)), y])))
        shares[range(len(y)), y] -= 1
        weight -= lr * shares.T @ x / len(batch)
    return weight, np.mean(losses)
# %% right: a queue of images, one outer product an image, transposed weights
def epoch(weight, images, labels, order, batch_size, lr):
    columns, waiting, losses = np.array(weight, float).T, list(order), []
    while waiting:
        now, waiting = waiting[:batch_size], waiting[batch_size:]
        slope = np.zeros(columns.shape)
        for n in now:
            z = images[n] @ columns
            z = z - z.max()
            share = np.exp(z) / np.exp(z).sum()
            losses.append(np.log(np.exp(z).sum()) - z[labels[n]])
            share[labels[n]] -= 1
            slope += np.outer(images[n], share)
        columns = columns - lr / len(now) * slope
    return columns.T, sum(losses) / len(losses)
