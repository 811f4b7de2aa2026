# %% wrong: to beat asks for < in both, so networks that are equal in one and worse in the other stay on the front
def pareto_front(costs, errors):
    n = len(costs)
    front = np.ones(n, dtype=bool)
    for i in range(n):
        for j in range(n):
            if costs[j] < costs[i] and errors[j] < errors[i]:
                front[i] = False
    return front
# %% wrong: <= in both is enough to beat, so two equal networks beat each other; shows with two equal ones
def pareto_front(costs, errors):
    answer = []
    for i in range(len(costs)):
        beaten = any(costs[j] <= costs[i] and errors[j] <= errors[i]
                     for j in range(len(costs)) if j != i)
        answer.append(not beaten)
    return np.array(answer)
# %% wrong: sorted by cost alone, then kept if its errors are below the least so far; of networks with equal cost a worse one that comes first stays on the front
def pareto_front(costs, errors):
    order = np.argsort(costs, kind="stable")
    keep = np.zeros(len(costs), dtype=bool)
    least = last_cost = np.inf
    for i in order:
        if errors[i] < least:
            keep[i] = True
            least, last_cost = errors[i], costs[i]
        elif errors[i] == least and costs[i] == last_cost:
            keep[i] = True  # equal to the one before
    return keep
# %% wrong: returns the numbers of the networks on the front, not a True or False for each
def pareto_front(costs, errors):
    better = (costs[:, None] <= costs) & (errors[:, None] <= errors)
    better &= (costs[:, None] < costs) | (errors[:, None] < errors)
    return np.flatnonzero(~better.any(axis=0))
# %% right: best error among the cheaper ones and among those of equal cost
def pareto_front(costs, errors):
    costs, errors = np.asarray(costs), np.asarray(errors)
    front = np.empty(len(costs), dtype=bool)
    for number, (cost, error) in enumerate(zip(costs, errors)):
        cheaper, equal = errors[costs < cost], errors[costs == cost]
        front[number] = (cheaper > error).all() and (equal >= error).all()
    return front
