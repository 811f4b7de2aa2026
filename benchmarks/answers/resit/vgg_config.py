# %% wrong: the channels are doubled without end; nothing stops them at 512
def vgg_config(blocks):
    layers, channels = [], 64
    for count in blocks:
        layers += [channels] * count + [0]
        channels *= 2
    return layers
# %% wrong: the pooling stands between the blocks only; behind the last one it is missing
def vgg_config(blocks):
    config = []
    for number, count in enumerate(blocks):
        if number > 0:
            config.append(0)
        config.extend([min(64 * 2**number, 512)] * count)
    return config
# %% wrong: a list for each block: append instead of extend, so the answer is nested
def vgg_config(blocks):
    config = []
    channels = 64
    for count in blocks:
        config.append([channels] * count)
        config.append(0)
        channels = min(2 * channels, 512)
    return config
# %% wrong: the channels are doubled before the first block, too, so it has 128
def vgg_config(blocks):
    config, channels = [], 64
    for count in blocks:
        channels = min(channels * 2, 512)
        for _ in range(count):
            config.append(channels)
        config.append(0)
    return config
# %% right: one comprehension
def vgg_config(blocks):
    return [channels for k, count in enumerate(blocks)
            for channels in (*(1 << min(6 + k, 9) for _ in range(count)), 0)]
