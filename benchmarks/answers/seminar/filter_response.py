# %% wrong: the bias is added to every product, not once
def filter_response(window, weight, bias):
    return np.sum(window * weight + bias)
# %% wrong: a matrix product for each channel in place of products number by number; crashes where K_H is not K_W
def filter_response(window, weight, bias):
    total = 0
    for c in range(len(window)):
        total += np.sum(window[c] @ weight[c])
    return total + bias
# %% wrong: only the first three channels are read; shows for more than three channels
def filter_response(window, weight, bias):
    # red + green + blue
    s = bias
    for w, k in zip(window[:3], weight[:3]):
        s = s + (w * k).sum()
    return s
# %% wrong: the kernels are turned by 180 degrees; shows for kernels larger than 1x1
def filter_response(window, weight, bias):
    return np.einsum("chw,chw->", window, weight[:, ::-1, ::-1]) + bias
# %% right: a running sum over two flat lists, starting at the bias
def filter_response(window, weight, bias):
    answer = float(bias)
    for value, w in zip(np.ravel(window), np.ravel(weight)):
        answer += float(value) * float(w)
    return answer
