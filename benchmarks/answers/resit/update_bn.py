# %% wrong: with momentum 1 only the last batch is left in the statistics, not the mean of all batches
def update_bn(model, images, batch_size):
    from cnnhelpers import nn
    norms = [part for part in model.modules() if isinstance(part, nn.BatchNorm2d)]
    kept = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 1.0
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start:start + batch_size])
    for norm, momentum in zip(norms, kept):
        norm.momentum = momentum
    return model.eval()
# %% wrong: num_batches_tracked is not set back, so the new batches are averaged with the old statistics as if training went on
def update_bn(model, images, batch_size):
    from cnnhelpers import nn
    before = {}
    for part in model.modules():
        if isinstance(part, nn.BatchNorm2d):
            before[part] = part.momentum
            part.momentum = None
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start:start + batch_size])
    for part, momentum in before.items():
        part.momentum = momentum
    return model.eval()
# %% wrong: the smaller last batch is left out
def update_bn(model, images, batch_size):
    from cnnhelpers import nn
    norms = [part for part in model.modules() if isinstance(part, nn.BatchNorm2d)]
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum, norm.num_batches_tracked = None, np.array(0)
    model.train()
    for k in range(len(images) // batch_size):
        model(images[k * batch_size:(k + 1) * batch_size])
    for norm, momentum in zip(norms, momenta):
        norm.momentum = momentum
    return model.eval()
# %% wrong: the model is put into evaluation mode before the images go through, so the statistics stay the old ones
def update_bn(model, images, batch_size):
    from cnnhelpers import nn
    model.eval()
    kept = []
    for part in model.modules():
        if isinstance(part, nn.BatchNorm2d):
            kept.append((part, part.momentum))
            part.momentum = None
            part.num_batches_tracked = np.array(0)
    for batch in np.split(images, range(batch_size, len(images), batch_size)):
        model(batch)
    for part, momentum in kept:
        part.momentum = momentum
    return model
# %% right: momentum 1 / k in the k-th batch
def update_bn(model, images, batch_size):
    from cnnhelpers import nn
    norms = [part for part in model.modules()
             if isinstance(part, (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d))]
    kept = [norm.momentum for norm in norms]
    for norm in norms:
        norm.num_batches_tracked = np.array(0)
    model.train()
    for k, start in enumerate(range(0, len(images), batch_size), start=1):
        for norm in norms:
            norm.momentum = 1 / k
        model(images[start:start + batch_size])
    for norm, momentum in zip(norms, kept):
        norm.momentum = momentum
    return model.eval()
