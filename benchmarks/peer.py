"""The paper's extraction in PyTorch, of the files that CommandFiles writes; for whole_commands.py.

    peer.py authors|gram FOLDER SAMPLES

authors: E = [N·k, m] is collected in single precision, output by output, and decomposed.
gram:    EᵀE is summed in double precision, a few thousand samples at a time, and decomposed.
Neither has evidence, an algebra, or a check of gradients.
"""

import sys

import numpy as np
import torch

method, folder, samples = sys.argv[1], sys.argv[2], int(sys.argv[3])


def array(name):
    return torch.tensor(np.load(f"{folder}/{name}.npy").astype(np.float32))


WEIGHTS = [(array(f"W{layer}"), array(f"b{layer}").reshape(-1)) for layer in range(3)]
X = torch.tensor(np.load(f"{folder}/x.npy", mmap_mode="r")[:samples].astype(np.float32))
INPUTS = X.shape[1]
OUTPUTS = WEIGHTS[-1][0].shape[1]


def network(x):
    for weights, bias in WEIGHTS[:-1]:
        x = torch.tanh(x @ weights + bias)
    return x @ WEIGHTS[-1][0] + WEIGHTS[-1][1]


def rows(x):
    """The rows of E of some samples, an output after the other."""
    x = x.clone().requires_grad_()
    y = network(x)
    for output in range(OUTPUTS):
        (gradient,) = torch.autograd.grad(y[:, output].sum(), x, retain_graph=True)
        yield torch.einsum("ni,nj->nij", gradient, x.detach()).reshape(len(x), -1)


if method == "authors":
    polarization = torch.cat(list(rows(X)))
    values = torch.linalg.svd(polarization, full_matrices=False)[1]
else:
    fields = INPUTS * INPUTS
    gram = torch.zeros(fields, fields, dtype=torch.float64)
    step = max(256, min(4096, (1 << 22) // fields))
    for start in range(0, samples, step):
        for block in rows(X[start : start + step]):
            block = block.double()
            gram.addmm_(block.T, block)
    values = torch.linalg.eigh(gram)[0]
print(float(values.min()))
