# %% wrong: stage 0 has stride 2 in its first block as well
def resnet_table(counts, expansion=1):
    table, read = [], 64
    for stage, blocks in enumerate(counts):
        out = 64 * 2 ** stage * expansion
        for b in range(blocks):
            table.append((read, out, 2 if b == 0 else 1))
            read = out
    return table
# %% wrong: every block of the later stages has stride 2
def resnet_table(counts, expansion=1):
    rows = []
    channels = 64
    for k in range(len(counts)):
        for _ in range(counts[k]):
            rows.append((channels, 64 * (1 << k) * expansion, 1 if k == 0 else 2))
            channels = 64 * (1 << k) * expansion
    return rows
# %% wrong: the first block reads 64 · expansion channels
def resnet_table(counts, expansion=1):
    out = []
    before = 64 * expansion
    for k, n in enumerate(counts):
        now = 64 * 2 ** k * expansion
        out.append((before, now, 1 + (k > 0)))
        out.extend([(now, now, 1)] * (n - 1))
        before = now
    return out
# %% wrong: blocks within a stage read the channels of the stage before, in_channels is not carried along
def resnet_table(counts, expansion=1):
    result = []
    for k, n in enumerate(counts):
        read = 64 if k == 0 else 64 * 2 ** (k - 1) * expansion
        for block in range(n):
            stride = 2 if k and block == 0 else 1
            result.append((read, 64 * 2 ** k * expansion, stride))
    return result
# %% wrong: expansion only multiplies what the last block of a stage gives
def resnet_table(counts, expansion=1):
    rows, read = [], 64
    for stage, n in enumerate(counts):
        for i in range(n):
            give = 64 * 2 ** stage * (expansion if i == n - 1 else 1)
            rows.append((read, give, 2 if (stage and not i) else 1))
            read = give
    return rows
# %% right: flat lists zipped with themselves, shifted by one
def resnet_table(counts, expansion=1):
    stages = [stage for stage, blocks in enumerate(counts) for _ in range(blocks)]
    gives = [64 * expansion << stage for stage in stages]
    reads = [64] + gives[:-1]
    strides = [2 if now > before else 1 for before, now in zip([0] + stages, stages)]
    return list(zip(reads, gives, strides))
