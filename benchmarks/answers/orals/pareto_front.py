# %% wrong: to beat needs < in both, so a network that is equal in one and worse in the other stays on the front
def pareto_front(costs, errors):
    front = []
    for c, e in zip(costs, errors):
        front.append(not np.any((costs < c) & (errors < e)))
    return np.array(front)
# %% wrong: to beat is <= in both by any other network, so two equal networks throw each other out
def pareto_front(costs, errors):
    n = len(costs)
    on_front = np.ones(n, dtype=bool)
    for i in range(n):
        for j in range(n):
            if i != j and costs[j] <= costs[i] and errors[j] <= errors[i]:
                on_front[i] = False
    return on_front
# %% wrong: returns the indices of the networks on the front in place of a true or false for each network
def pareto_front(costs, errors):
    at_least_as_good = (costs[:, None] <= costs) & (errors[:, None] <= errors)
    better = (costs[:, None] < costs) | (errors[:, None] < errors)
    beaten = (at_least_as_good & better).any(axis=0)
    return np.flatnonzero(~beaten)
# %% wrong: two mistakes: the answer is in the order of growing costs in place of the order of the arguments, and of equal networks only one is kept
def pareto_front(costs, errors):
    order = np.lexsort((errors, costs))
    best, front = np.inf, []
    for index in order:
        front.append(bool(errors[index] < best))
        best = min(best, errors[index])
    return np.array(front)
# %% right: a network is beaten by a different pair that is nowhere worse
def pareto_front(costs, errors):
    pairs = list(zip(costs, errors))
    return np.array([all(other == own or other[0] > own[0] or other[1] > own[1] for other in pairs)
                     for own in pairs], dtype=bool)
