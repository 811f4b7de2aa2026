# %% wrong: template not centred
def matched_filter(signal, template):
    return int(np.argmax(np.correlate(signal, template, "valid")))
# %% wrong: np.convolve with the centred template, which flips it
def matched_filter(signal, template):
    t = template - template.mean()
    return int(np.argmax(np.convolve(signal, t, mode="valid")))
# %% wrong: mode same, position of the window's middle
def matched_filter(signal, template):
    t = template - np.mean(template)
    return int(np.argmax(np.correlate(signal, t, mode="same")))
# %% wrong: largest absolute correlation, a turned-round template can win
def matched_filter(signal, template):
    t = template - np.mean(template)
    scores = np.correlate(signal, t, mode="valid")
    return int(np.abs(scores).argmax())
# %% wrong: running best starts at 0 and position 0
def matched_filter(signal: np.ndarray, template: np.ndarray) -> int:
    centered = template - template.mean()
    best_position = 0
    best_score = 0.0
    for start in range(len(signal) - len(template) + 1):
        score = float(np.dot(signal[start:start + len(template)], centered))
        if score > best_score:
            best_score = score
            best_position = start
    return best_position
# %% wrong: last position left out (range without + 1) and -1 if there is none
def matched_filter(signal, template):
    t = np.array(template) - np.mean(template)
    best, pos = -float("inf"), -1
    for i in range(len(signal) - len(t)):
        s = (signal[i:i + len(t)] * t).sum()
        if s > best:
            best, pos = s, i
    return pos
# %% wrong: takes the signal's mean away, not the template's
def matched_filter(signal, template):
    s = signal - signal.mean()
    n = len(template)
    scores = [np.dot(s[i:i + n], template) for i in range(len(s) - n + 1)]
    return int(np.argmax(scores))
# %% wrong: mean taken with integer division for integer templates
def matched_filter(signal, template):
    t = template - template.sum() // len(template)
    scores = np.correlate(signal, t, mode="valid")
    return int(np.argmax(scores))
# %% right: npcorrelate
def matched_filter(signal, template):
    t = template - np.mean(template)
    return int(np.correlate(signal, t, mode="valid").argmax())
# %% right: loop
def matched_filter(signal, template):
    m = sum(float(v) for v in template) / len(template)
    best = None
    where = 0
    for i in range(0, len(signal) - len(template) + 1):
        total = 0.0
        for k in range(len(template)):
            total += float(signal[i + k]) * (float(template[k]) - m)
        if best is None or total > best:
            best = total
            where = i
    return where
