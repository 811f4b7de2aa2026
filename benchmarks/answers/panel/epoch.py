# %% wrong: the weight that was passed is changed in place (the returned numbers are right)
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0.0
    for start in range(0, len(order), batch_size):
        b = order[start:start + batch_size]
        z = images[b] @ weight.T
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        total -= np.log(p[np.arange(len(b)), labels[b]]).sum()
        p[np.arange(len(b)), labels[b]] -= 1
        weight -= lr * p.T @ images[b] / len(b)
    return weight, total / len(order)
# %% wrong: the loss is the mean of the batches' means, without the sizes; shows when the last batch is smaller
def epoch(weight, images, labels, order, batch_size, lr):
    w = weight.copy()
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        x, y = images[batch], labels[batch]
        logits = x @ w.T
        logits = logits - logits.max(axis=1, keepdims=True)
        logp = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        losses.append(-logp[np.arange(len(y)), y].mean())
        grad = np.exp(logp)
        grad[np.arange(len(y)), y] -= 1
        w = w - lr * (grad / len(y)).T @ x
    return w, np.mean(losses)
# %% wrong: each batch's loss is measured after its step and not just before it
def epoch(weight, images, labels, order, batch_size, lr):
    def shares(w, x):
        s = np.exp(x @ w.T - (x @ w.T).max(axis=1)[:, None])
        return s / s.sum(axis=1)[:, None]
    W, loss_sum = np.array(weight, float), 0
    for i in range(0, len(order), batch_size):
        idx = order[i:i + batch_size]
        x, y, rows = images[idx], labels[idx], range(len(idx))
        g = shares(W, x)
        g[rows, y] -= 1
        W = W - lr * g.T @ x / len(idx)
        loss_sum += -np.log(shares(W, x)[rows, y]).sum()
    return W, loss_sum / len(order)
# %% wrong: two mistakes: a smaller last batch is left out, and the step is by the gradient of the batch's summed loss and not of the mean (right for batch_size 1)
def epoch(weight, images, labels, order, batch_size, lr):
    new = weight.copy()
    loss, seen = 0.0, 0
    for start in range(0, len(order) - batch_size + 1, batch_size):
        batch = order[start:start + batch_size]
        grad = np.zeros_like(new)
        for n in batch:
            z = new @ images[n]
            p = np.exp(z - z.max())
            p = p / p.sum()
            loss -= np.log(p[labels[n]])
            p[labels[n]] -= 1
            grad += np.outer(p, images[n])
        new = new - lr * grad
        seen += len(batch)
    return new, loss / max(seen, 1)
# %% right: pass by transposed logits (classes, batch) and one-hot targets
def epoch(weight, images, labels, order, batch_size, lr):
    w = np.array(weight, dtype=float)
    target = np.eye(len(w))[:, labels]           # (classes, N)
    each = np.zeros(len(order))
    for part in np.split(np.arange(len(order)), range(batch_size, len(order), batch_size)):
        numbers = np.asarray(order)[part]
        x, t = images[numbers], target[:, numbers]
        z = w @ x.T
        top = z.max(axis=0)
        log_sum = top + np.log(np.exp(z - top).sum(axis=0))
        each[part] = log_sum - (z * t).sum(axis=0)
        w = w - lr / len(part) * (np.exp(z - log_sum) - t) @ x
    return w, each.mean()
