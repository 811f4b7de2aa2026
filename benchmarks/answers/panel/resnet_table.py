# %% wrong: the first block of stage 0 has stride 2, too
def resnet_table(counts, expansion=1):
    rows = []
    now = 64
    for k, n in enumerate(counts):
        out = 64 * 2**k * expansion
        for i in range(n):
            rows.append((now, out, 2 if i == 0 else 1))
            now = out
    return rows

# %% wrong: all blocks of the later stages have stride 2, not only the first; shows when a later stage has more than one block
def resnet_table(counts, expansion=1):
    table = []
    read = 64
    for stage in range(len(counts)):
        stride = 1 if stage == 0 else 2
        give = 64 * 2**stage * expansion
        for block in range(counts[stage]):
            table.append((read, give, stride))
            read = give
    return table

# %% wrong: the very first block reads 64 · expansion channels in place of 64; shows for expansion above 1
def resnet_table(counts, expansion=1):
    channels, result = 64 * expansion, []
    for k, number in enumerate(counts):
        new = 64 * expansion * 2**k
        for b in range(number):
            result.append((channels, new, 2 if k > 0 and b == 0 else 1))
            channels = new
    return result

# %% wrong: what a block reads is carried on without expansion; shows from the second block on for expansion above 1
def resnet_table(counts, expansion=1):
    lst = []
    c_in = 64
    for k, blocks in enumerate(counts):
        c = 64 * 2**k
        for j in range(blocks):
            s = 2 if (j == 0 and k != 0) else 1
            lst.append((c_in, c * expansion, s))
            c_in = c
    return lst

# %% right: outputs first, then the inputs are the outputs moved by one
def resnet_table(counts, expansion=1):
    gives, strides = [], []
    for stage, blocks in enumerate(counts):
        gives += [expansion * (64 << stage)] * blocks
        strides += ([2 if stage else 1] + [1] * (blocks - 1))[:blocks]
    return list(zip([64] + gives[:-1], gives, strides))
