# %% wrong: the count of batches is not set back, so the old statistics keep a share
def update_bn(model, images, batch_size):
    for module in model.modules():
        if hasattr(module, "running_mean"):
            module.momentum = None
    model.train()
    for i in range(0, len(images), batch_size):
        model(images[i:i + batch_size])
    return model.eval()

# %% wrong: all images go through at once, the statistics are not means of those of the batches
def update_bn(model, images, batch_size):
    for layer in model.modules():
        if hasattr(layer, "running_var"):
            layer.momentum = 1.0
    model.train()
    model(images)
    return model.eval()

# %% wrong: momentum is 1 / number of batches throughout, which leaves a share of the old statistics and weighs later batches more
def update_bn(model, images, batch_size):
    batches = math.ceil(len(images) / batch_size)
    norms = [part for part in model.modules() if hasattr(part, "running_mean")]
    for norm in norms:
        norm.momentum = 1 / batches
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start:start + batch_size])
    model.eval()
    return model

# %% right: the k-th batch gets the momentum 1 / k
def update_bn(model, images, batch_size):
    norms = [part for part in model.modules() if hasattr(part, "running_var")]
    model.train()
    rest, k = images, 0
    while len(rest):
        k += 1
        for norm in norms:
            norm.momentum = 1.0 / k
        model(rest[:batch_size])
        rest = rest[batch_size:]
    return model.eval()
