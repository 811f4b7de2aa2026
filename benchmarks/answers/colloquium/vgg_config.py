# %% wrong: the pooling behind the last block is missing
def vgg_config(blocks):
    result = []
    channels = 64
    for i, n in enumerate(blocks):
        if i > 0:
            result.append(0)
        result += [channels] * n
        channels = min(2 * channels, 512)
    return result
# %% wrong: the channels double after each convolution, not after each block
def vgg_config(blocks):
    config, c = [], 64
    for count in blocks:
        for _ in range(count):
            config.append(c)
            c = min(c * 2, 512)
        config.append(0)
    return config
# %% wrong: the answer is a list of lists, one for each block, not one flat list
def vgg_config(blocks):
    return [[min(64 * 2**k, 512)] * n + [0] for k, n in enumerate(blocks)]
# %% wrong: the blocks are counted from 1, so that the first has 128 channels, and each following block below the limit of 512 twice what it should have
def vgg_config(blocks):
    layers = []
    for block, convs in enumerate(blocks, start=1):
        width = min(64 * 2**block, 512)
        for conv in range(convs):
            layers.append(width)
        layers.append(0)
    return layers
# %% right: nested comprehension, the pooling as the last of count + 1 entries
def vgg_config(blocks):
    return [(64 << min(k, 3)) if i < n else 0 for k, n in enumerate(blocks) for i in range(n + 1)]
