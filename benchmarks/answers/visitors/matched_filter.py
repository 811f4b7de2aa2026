# %% wrong: correlates with mode 'same', so the place is that of the window's middle, not its start
def matched_filter(signal, template):
    kernel = template - np.mean(template)
    response = np.correlate(signal, kernel, mode="same")
    return int(np.argmax(response))


# %% wrong: two mistakes: the sums are divided by the norm of each window, and a large negative one wins, too
def matched_filter(signal, template):
    t = template - template.mean()
    windows = np.lib.stride_tricks.sliding_window_view(signal, len(t))
    centred = windows - windows.mean(axis=1, keepdims=True)
    norm = np.sqrt((centred**2).sum(axis=1)) * np.sqrt((t**2).sum())
    rho = (centred @ t) / np.maximum(norm, 1e-12)
    return int(np.argmax(np.abs(rho)))


# %% wrong: takes the mean away from the signal, not from the template
def matched_filter(signal, template):
    signal = signal - signal.mean()
    best = -np.inf
    pos = 0
    for i in range(len(signal) - len(template) + 1):
        s = np.sum(signal[i:i + len(template)] * template)
        if s > best:
            best = s
            pos = i
    return pos


# %% right: by the covariance of window and template, in a plain loop
def matched_filter(signal, template):
    K = len(template)
    mean = sum(template) / K
    sums = []
    for start in range(len(signal) - K + 1):
        sums.append(sum((template[k] - mean) * signal[start + k] for k in range(K)))
    return sums.index(max(sums))
