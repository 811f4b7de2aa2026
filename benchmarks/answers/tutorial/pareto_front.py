# %% wrong: returns the numbers (indices) of the networks on the front, not True or False for each network
def pareto_front(costs, errors):
    front = []
    for i in range(len(costs)):
        beaten = any(costs[j] <= costs[i] and errors[j] <= errors[i]
                     and (costs[j] < costs[i] or errors[j] < errors[i]) for j in range(len(costs)))
        if not beaten:
            front.append(i)
    return np.array(front)
# %% wrong: a network counts as beaten only by one that is better in both, so one that is equal in cost or errors and worse in the other stays on the front; right where no two numbers are equal
def pareto_front(costs, errors):
    cheaper = costs[None, :] < costs[:, None]
    better = errors[None, :] < errors[:, None]
    return ~(cheaper & better).any(axis=1)
# %% wrong: goes through the networks by cost and keeps only those with fewer errors than all before, so of equal networks only the first is kept; right where no two networks are equal in both
def pareto_front(costs, errors):
    on_front = np.zeros(len(costs), dtype=bool)
    best = np.inf
    for k in np.lexsort((errors, costs)):
        if errors[k] < best:
            on_front[k] = True
            best = errors[k]
    return on_front
# %% wrong: two mistakes: the answers stand in the order of the costs, not in that of the networks, and at equal errors a dearer network stays on the front
def pareto_front(costs, errors):
    pairs = sorted(zip(costs, errors))
    answer, lowest = [], float("inf")
    for cost, error in pairs:
        answer.append(error <= lowest)
        lowest = min(lowest, error)
    return np.array(answer)
# %% right: broadcasting with strict and weak comparisons
def pareto_front(costs, errors):
    points = np.stack([costs, errors], axis=1)
    difference = points[:, None] - points[None]
    beaten = (difference >= 0).all(axis=2) & (difference > 0).any(axis=2)
    return np.logical_not(beaten.any(axis=1))
