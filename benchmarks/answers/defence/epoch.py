# %% wrong: the weight that was passed is changed in place by -=
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[batch]
        z = x @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        total += -np.log(p[np.arange(len(y)), y]).sum()
        p[np.arange(len(y)), y] -= 1
        weight -= lr * p.T @ x / len(y)
    return weight, total / len(order)
# %% wrong: the loss is the mean of the batches' mean losses, so the images of a smaller last batch count more
def epoch(weight, images, labels, order, batch_size, lr):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y, n = images[batch], labels[batch], np.arange(len(batch))
        z = x @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        shares = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        losses.append(-np.log(shares[n, y]).mean())
        shares[n, y] -= 1
        weight = weight - lr * (shares / len(batch)).T @ x
    return weight, np.mean(losses)
# %% wrong: the images are taken in the order of `order`, the labels are not (labels[start : start + batch_size])
def epoch(weight, images, labels, order, batch_size, lr):
    def softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    shuffled, total = images[order], 0
    for i in range(0, len(order), batch_size):
        x = shuffled[i:i + batch_size]
        y = labels[i:i + batch_size]
        p = softmax(x @ weight.T)
        hot = np.eye(len(weight))[y]
        total -= np.sum(hot * np.log(p))
        weight = weight - lr * (p - hot).T @ x / len(x)
    return weight, total / len(order)
# %% wrong: the step is by the gradient of the sum of the batch's losses, not of their mean
def epoch(weight, images, labels, order, batch_size, lr):
    loss_sum = 0.0
    for start in range(0, len(order), batch_size):
        numbers = order[start:start + batch_size]
        x, y = images[numbers], labels[numbers]
        logits = x @ weight.T
        logits = logits - logits.max(axis=1, keepdims=True)
        log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        loss_sum -= log_p[range(len(y)), y].sum()
        grad = np.exp(log_p)
        grad[range(len(y)), y] -= 1
        weight = weight - lr * grad.T @ x
    return weight, loss_sum / len(order)
# %% right: recursion-free with np.split at the batch borders, one-hot labels and einsum
def epoch(weight, images, labels, order, batch_size, lr):
    now = np.array(weight, dtype=float)
    one_hot = np.equal.outer(labels, np.arange(len(weight))).astype(float)
    each = []
    for part in np.split(np.asarray(order), range(batch_size, len(order), batch_size)):
        x, t = images[part], one_hot[part]
        scores = np.einsum("nd,kd->nk", x, now)
        top = scores.max(axis=1)
        log_sum = top + np.log(np.exp(scores - top[:, None]).sum(axis=1))
        each.extend(log_sum - (scores * t).sum(axis=1))
        now = now - lr * np.einsum("nk,nd->kd", np.exp(scores - log_sum[:, None]) - t, x) / len(part)
    return now, sum(each) / len(each)
