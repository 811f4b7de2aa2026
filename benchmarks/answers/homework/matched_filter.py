# %% wrong: mean not subtracted
def matched_filter(signal, template):
    return int(np.correlate(signal, template, "valid").argmax())
# %% wrong: mode same: position of the middle
def matched_filter(signal, template):
    return int(np.correlate(signal, template - template.mean(), "same").argmax())
# %% wrong: convolve: template turned
def matched_filter(signal, template):
    return int(np.convolve(signal, template - template.mean(), "valid").argmax())
# %% wrong: largest absolute value
def matched_filter(signal, template):
    return int(np.abs(np.correlate(signal, template - template.mean(), "valid")).argmax())
# %% right: correlate
def matched_filter(signal, template):
    return int(np.correlate(signal, template - template.mean(), "valid").argmax())
