# %% wrong: gives one list for each stage, nested, instead of one flat list of blocks
def resnet_table(counts, expansion=1):
    table, read = [], 64
    for k, count in enumerate(counts):
        stage = []
        for block in range(count):
            out = 64 * 2**k * expansion
            stage.append((read, out, 2 if k > 0 and block == 0 else 1))
            read = out
        table.append(stage)
    return table
# %% wrong: what a block reads is counted without the expansion (the width 64 · 2**k of the block before); right for expansion 1
def resnet_table(counts, expansion=1):
    rows = []
    width = 64
    for stage, blocks in enumerate(counts):
        for b in range(blocks):
            new = 64 * 2**stage
            rows.append((width, new * expansion, 2 if stage and not b else 1))
            width = new
    return rows
# %% wrong: the number of channels is kept in a dictionary outside of the function, so from the second call on the first block reads what the last call ended with, not 64; the first call is right
_now = {"channels": 64}


def resnet_table(counts, expansion=1):
    result = []
    for stage in range(len(counts)):
        for block in range(counts[stage]):
            out = 64 * 2**stage * expansion
            stride = 2 if (stage > 0 and block == 0) else 1
            result.append((_now["channels"], out, stride))
            _now["channels"] = out
    return result
# %% wrong: two mistakes: stage 0 begins with a stride of 2, too, and the first block of each stage reads the channels of its own stage instead of those of the stage before
def resnet_table(counts, expansion=1):
    return [(64 if k == 0 and b == 0 else 64 * 2**k * expansion, 64 * 2**k * expansion, 2 if b == 0 else 1)
            for k, count in enumerate(counts) for b in range(count)]
# %% right: outputs first, inputs are the outputs shifted by one
def resnet_table(counts, expansion=1):
    outs = [64 * 2**k * expansion for k, count in enumerate(counts) for _ in range(count)]
    firsts = [b == 0 and k != 0 for k, count in enumerate(counts) for b in range(count)]
    return list(zip([64] + outs[:-1], outs, [1 + first for first in firsts]))
