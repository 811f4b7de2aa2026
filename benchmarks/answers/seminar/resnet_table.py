# %% wrong: the first stage, too, begins with stride 2
def resnet_table(counts, expansion=1):
    table = []
    channels = 64
    for k, n in enumerate(counts):
        for b in range(n):
            out = 64 * 2**k * expansion
            stride = 2 if b == 0 else 1
            table.append((channels, out, stride))
            channels = out
    return table
# %% wrong: all blocks of a stage read what the stage before gave, the channels are carried on per stage only; shows in the second block of a stage when the channels change in it
def resnet_table(counts, expansion=1):
    rows, c_in = [], 64
    for stage, blocks in enumerate(counts):
        c_out = 64 * 2 ** stage * expansion
        for i in range(blocks):
            rows.append((c_in, c_out, 2 if stage > 0 and i == 0 else 1))
        c_in = c_out
    return rows
# %% wrong: the first block reads 64 times expansion, not 64; shows with expansion above 1
def resnet_table(counts, expansion=1):
    outs = [64 * 2**k * expansion for k, n in enumerate(counts) for _ in range(n)]
    ins = [64 * expansion] + outs[:-1]
    strides = []
    for k, n in enumerate(counts):
        strides += [1 if k == 0 else 2] + [1] * (n - 1)
    return list(zip(ins, outs, strides))
# %% wrong: every block of the later stages has stride 2, not the first only; shows when a later stage has two blocks or more
def resnet_table(counts, expansion=1):
    result = []
    now = 64
    for s in range(len(counts)):
        step = 1 if s == 0 else 2
        for _ in range(counts[s]):
            new = 64 * 2**s * expansion
            result.append((now, new, step))
            now = new
    return result
# %% right: a generator that looks at changes of the stage number
def resnet_table(counts, expansion=1):
    stage_of = [k for k, count in enumerate(counts) for _ in range(count)]
    def rows():
        reads, before = 64, 0
        for k in stage_of:
            gives = (64 << k) * expansion
            yield reads, gives, 1 + (k != before)
            reads, before = gives, k
    return list(rows())
