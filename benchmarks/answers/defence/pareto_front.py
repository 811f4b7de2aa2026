# %% wrong: to beat means to be strictly better in both, so networks stay on the front that another one beats with equal cost or equal errors
def pareto_front(costs, errors):
    front = np.ones(len(costs), dtype=bool)
    for i in range(len(costs)):
        for j in range(len(costs)):
            if costs[j] < costs[i] and errors[j] < errors[i]:
                front[i] = False
    return front
# %% wrong: "better in one" is not asked for, so two equal networks beat each other and both leave the front
def pareto_front(costs, errors):
    n = len(costs)
    answer = []
    for i in range(n):
        beaten = any(costs[j] <= costs[i] and errors[j] <= errors[i] for j in range(n) if j != i)
        answer.append(not beaten)
    return np.array(answer)
# %% wrong: returns the numbers (indices) of the networks on the front instead of a True or False for each
def pareto_front(costs, errors):
    no_more = (costs[:, None] <= costs) & (errors[:, None] <= errors)
    better = (costs[:, None] < costs) | (errors[:, None] < errors)
    return np.where(~(no_more & better).any(axis=0))[0]
# %% wrong: sorts by cost alone and keeps each new record of few errors, so with equal costs a network that comes first in the array stays on although one of the same cost errs less, and equals of a record are dropped
def pareto_front(costs, errors):
    order = np.argsort(costs, kind="stable")
    front = np.zeros(len(costs), dtype=bool)
    best = np.inf
    for i in order:
        if errors[i] < best:
            front[i] = True
            best = errors[i]
    return front
# %% right: a set of pairs, and who is the minimum of its own corner
def pareto_front(costs, errors):
    points = set(zip(costs.tolist(), errors.tolist()))

    def beaten(p):
        return any(q != p and q[0] <= p[0] and q[1] <= p[1] for q in points)

    good = {p for p in points if not beaten(p)}
    return np.array([p in good for p in zip(costs.tolist(), errors.tolist())], dtype=bool)
