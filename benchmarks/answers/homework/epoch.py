# %% wrong: mean of the batches' losses: a smaller last batch counts too much
def epoch(weight, images, labels, order, batch_size, lr):
    weight, losses = weight.copy(), []
    for i in range(0, len(order), batch_size):
        b = order[i:i + batch_size]
        z = images[b] @ weight.T
        z = z - z.max(1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
        losses.append(-np.log(p[np.arange(len(b)), labels[b]]).mean())
        p[np.arange(len(b)), labels[b]] -= 1
        weight -= lr * p.T @ images[b] / len(b)
    return weight, float(np.mean(losses))
# %% wrong: weight updated in place
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0
    for i in range(0, len(order), batch_size):
        b = order[i:i + batch_size]
        z = images[b] @ weight.T
        z = z - z.max(1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
        total -= np.log(p[np.arange(len(b)), labels[b]]).sum()
        p[np.arange(len(b)), labels[b]] -= 1
        weight -= lr * p.T @ images[b] / len(b)
    return weight, total / len(order)
# %% wrong: divides by batch_size, also in the smaller last batch
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0
    for i in range(0, len(order), batch_size):
        b = order[i:i + batch_size]
        z = images[b] @ weight.T
        z = z - z.max(1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
        total -= np.log(p[np.arange(len(b)), labels[b]]).sum()
        p[np.arange(len(b)), labels[b]] -= 1
        weight = weight - lr * p.T @ images[b] / batch_size
    return weight, total / len(order)
# %% wrong: last, smaller batch dropped
def epoch(weight, images, labels, order, batch_size, lr):
    total, seen = 0, 0
    for k in range(len(order) // batch_size):
        b = order[k * batch_size:(k + 1) * batch_size]
        z = images[b] @ weight.T
        z = z - z.max(1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
        total -= np.log(p[np.arange(len(b)), labels[b]]).sum()
        seen += len(b)
        p[np.arange(len(b)), labels[b]] -= 1
        weight = weight - lr * p.T @ images[b] / len(b)
    return weight, total / max(seen, 1)
# %% wrong: order ignored: images in stored order
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0
    for i in range(0, len(images), batch_size):
        x, y = images[i:i + batch_size], labels[i:i + batch_size]
        z = x @ weight.T
        z = z - z.max(1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
        total -= np.log(p[np.arange(len(y)), y]).sum()
        p[np.arange(len(y)), y] -= 1
        weight = weight - lr * p.T @ x / len(y)
    return weight, total / len(images)
# %% wrong: loss measured after the epoch with the final weight
def epoch(weight, images, labels, order, batch_size, lr):
    def probs(x, w):
        z = x @ w.T
        e = np.exp(z - z.max(1, keepdims=True))
        return e / e.sum(1, keepdims=True)
    for i in range(0, len(order), batch_size):
        b = order[i:i + batch_size]
        weight = weight - lr * (probs(images[b], weight) - np.eye(len(weight))[labels[b]]).T @ images[b] / len(b)
    p = probs(images, weight)
    return weight, -np.log(p[np.arange(len(p)), labels]).mean()
# %% right: sum of losses
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0
    for i in range(0, len(order), batch_size):
        b = order[i:i + batch_size]
        z = images[b] @ weight.T
        logp = z - np.logaddexp.reduce(z, axis=1)[:, None]
        total -= logp[np.arange(len(b)), labels[b]].sum()
        weight = weight - lr * (np.exp(logp) - np.eye(len(weight))[labels[b]]).T @ images[b] / len(b)
    return weight, total / len(order)
# %% right: torch autograd
def epoch(weight, images, labels, order, batch_size, lr):
    import torch
    w, losses = torch.tensor(weight), []
    for b in torch.as_tensor(np.array(order)).split(batch_size):
        w = w.detach().requires_grad_()
        loss = torch.nn.functional.cross_entropy(torch.tensor(images)[b] @ w.T, torch.tensor(labels)[b], reduction="none")
        losses += loss.tolist()
        loss.mean().backward()
        w = w - lr * w.grad
    return w.detach().numpy(), float(np.mean(losses))
