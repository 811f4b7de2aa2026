# %% wrong: the channels are not capped at 512
def vgg_config(blocks):
    config = []
    for i, count in enumerate(blocks):
        config += [64 * 2 ** i] * count + [0]
    return config
# %% wrong: no pooling behind the last block
def vgg_config(blocks):
    config, channels = [], 64
    for number, count in enumerate(blocks):
        if number > 0:
            config.append(0)
        config.extend([channels] * count)
        channels = min(2 * channels, 512)
    return config
# %% wrong: a table of five widths is zipped with the blocks, so blocks beyond the fifth are lost
def vgg_config(blocks):
    config = []
    for count, channels in zip(blocks, [64, 128, 256, 512, 512]):
        config += count * [channels] + [0]
    return config
# %% wrong: lists within a list: append instead of extend
def vgg_config(blocks):
    config, channels = [], 64
    for count in blocks:
        config.append([channels] * count)
        config.append(0)
        channels = min(channels * 2, 512)
    return config
# %% wrong: channels grow by 64 a block instead of doubling
def vgg_config(blocks):
    config = []
    for i, count in enumerate(blocks, start=1):
        config += [min(64 * i, 512)] * count + [0]
    return config
# %% wrong: the doubling stands in the inner loop, so channels double with each convolution
def vgg_config(blocks):
    config, channels = [], 64
    for count in blocks:
        for _ in range(count):
            config.append(channels)
            channels = min(2 * channels, 512)
        config.append(0)
    return config
# %% right: by sum of lists
def vgg_config(blocks):
    return sum(([min(64 << i, 512)] * n + [0] for i, n in enumerate(blocks)), [])
