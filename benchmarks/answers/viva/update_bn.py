# %% wrong: the argument batch_size is ignored: all images go through at once with momentum 1, so the statistics are those of one large batch instead of the mean over the batches
def update_bn(model, images, batch_size):
    for part in model.modules():
        if hasattr(part, "running_mean"):
            part.momentum = 1.0
    model.train()
    model(images)
    return model.eval()
# %% wrong: the model is returned in training mode, eval() is forgotten; the statistics are right
def update_bn(model, images, batch_size):
    for part in model.modules():
        if hasattr(part, "running_var"):
            part.momentum = None
            part.num_batches_tracked = np.array(0)
    model.train()
    for i in range(0, len(images), batch_size):
        model(images[i:i + batch_size])
    return model
# %% wrong: num_batches_tracked is not set back to 0, so the old running statistics stay in the mean with the weight of all the batches seen in training
def update_bn(model, images, batch_size):
    norms = [part for part in model.modules() if type(part).__name__.startswith("BatchNorm")]
    for norm in norms:
        norm.momentum = None
    model.train()
    start = 0
    while start < len(images):
        model(images[start : start + batch_size])
        start += batch_size
    model.eval()
    return model
# %% wrong: two mistakes: only batch norms that are direct layers of the model are taken anew, not those inside other parts, and a smaller last batch is left out
def update_bn(model, images, batch_size):
    for layer in model.layers.values():
        if hasattr(layer, "running_mean"):
            layer.momentum = None
            layer.num_batches_tracked = np.array(0)
    model.train()
    for b in range(len(images) // batch_size):
        model(images[b * batch_size:(b + 1) * batch_size])
    return model.eval()
# %% right: momentum 1, 1/2, 1/3 ... makes the running average a plain mean
def update_bn(model, images, batch_size):
    norms = [each for each in model.modules() if hasattr(each, "running_var")]
    model.train()
    cuts = range(batch_size, len(images), batch_size)
    for number, batch in enumerate(np.split(images, cuts), start=1):
        for norm in norms:
            norm.momentum = 1 / number
        model(batch)
    return model.eval()
