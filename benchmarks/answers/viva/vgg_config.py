# %% wrong: the channels are not stopped at 512: the fifth block has 1024
def vgg_config(blocks):
    config = []
    for k, n in enumerate(blocks):
        config += [64 * 2**k] * n + [0]
    return config
# %% wrong: the channels are doubled before the first block is written, so it has 128 instead of 64, and all blocks are one doubling ahead
def vgg_config(blocks):
    channels, layers = 64, []
    for count in blocks:
        channels = min(2 * channels, 512)
        for _ in range(count):
            layers.append(channels)
        layers.append(0)
    return layers
# %% wrong: a pooling is written as "M", as in torchvision's lists, instead of 0
def vgg_config(blocks):
    cfg = []
    width = 64
    for block in blocks:
        cfg.extend([width] * block)
        cfg.append("M")
        width = min(width * 2, 512)
    return cfg
# %% wrong: the channels double after every convolution instead of after every block
def vgg_config(blocks):
    result, c = [], 64
    for block in blocks:
        for _ in range(block):
            result.append(c)
            c = min(c * 2, 512)
        result.append(0)
    return result
# %% right: one comprehension, doubling by a shift of bits
def vgg_config(blocks):
    return [channels for k, count in enumerate(blocks) for channels in [64 << min(k, 3)] * count + [0]]
