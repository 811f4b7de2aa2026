# %% wrong: the channels read are updated only at the end of a stage, so the later blocks of a stage read what the stage before gave
def resnet_table(counts, expansion=1):
    table, channels = [], 64
    for k, count in enumerate(counts):
        out = 64 * 2**k * expansion
        for b in range(count):
            stride = 2 if k > 0 and b == 0 else 1
            table.append((channels, out, stride))
        channels = out
    return table
# %% wrong: the stride of 2 is at the last block of a stage instead of the first (right for stages of one block)
def resnet_table(counts, expansion=1):
    rows = []
    inputs = 64
    for stage, blocks in enumerate(counts):
        outputs = 64 * 2**stage * expansion
        for block in range(1, blocks + 1):
            rows.append((inputs, outputs, 2 if stage and block == blocks else 1))
            inputs = outputs
    return rows
# %% wrong: the very first block is taken to read 64 * expansion channels instead of 64
def resnet_table(counts, expansion=1):
    width = 64 * expansion
    read, table = width, []
    for stage in range(len(counts)):
        give = width * 2**stage
        for block in range(counts[stage]):
            table.append((read, give, 2 if (block == 0 and stage != 0) else 1))
            read = give
    return table
# %% wrong: two mistakes: expansion is ignored, and the first block of stage 0 has stride 2 as well
def resnet_table(counts, expansion=1):
    result = []
    channels = 64
    for k, n in enumerate(counts):
        for i in range(n):
            result.append((channels, 64 * 2**k, 2 if i == 0 else 1))
            channels = 64 * 2**k
    return result
# %% right: first the list of what each block gives; what it reads is the same list, moved by one
def resnet_table(counts, expansion=1):
    given = [64 * 2**k * expansion for k, n in enumerate(counts) for _ in range(n)]
    starts = {sum(counts[:k]) for k in range(1, len(counts))}
    strides = [2 if b in starts else 1 for b in range(len(given))]
    return list(zip([64] + given[:-1], given, strides))
