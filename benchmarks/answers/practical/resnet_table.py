# %% wrong: the first block of stage 0 has stride 2, too
def resnet_table(counts, expansion=1):
    rows, now = [], 64
    for stage, blocks in enumerate(counts):
        out = 64 * 2 ** stage * expansion
        for block in range(blocks):
            rows.append((now, out, 2 if block == 0 else 1))
            now = out
    return rows
# %% wrong: what a block reads is never carried along within a stage: all blocks of a stage read what the stage before gave (right where each stage has one block)
def resnet_table(counts, expansion=1):
    table = []
    read = 64
    for k, n in enumerate(counts):
        give = 64 * 2 ** k * expansion
        table += [(read, give, 1 + (k > 0 and b == 0)) for b in range(n)]
        read = give
    return table
# %% wrong: the first block is taken to read 64 · expansion channels (right for expansion 1)
def resnet_table(counts, expansion=1):
    outs = [64 * 2 ** k * expansion for k, n in enumerate(counts) for _ in range(n)]
    strides = [2 if k and not b else 1 for k, n in enumerate(counts) for b in range(n)]
    return list(zip([64 * expansion] + outs[:-1], outs, strides))
# %% wrong: two mistakes: stages are counted from 1, so that stage k gives twice as many channels (and the first one has stride 2, as it is no stage 0), and the answer is a list for each stage, nested, instead of one list of blocks
def resnet_table(counts, expansion=1):
    now = 64
    stages = []
    for k, n in enumerate(counts, start=1):
        blocks = []
        for b in range(n):
            out = 64 * 2 ** k * expansion
            blocks.append((now, out, 2 if k != 0 and b == 0 else 1))
            now = out
        stages.append(blocks)
    return stages
# %% right: flat lists, shifted by one
def resnet_table(counts, expansion=1):
    outs = [64 * 2 ** k * expansion for k, n in enumerate(counts) for _ in range(n)]
    strides = [2 if k and not b else 1 for k, n in enumerate(counts) for b in range(n)]
    return list(zip([64] + outs[:-1], outs, strides))
