"""Wrote the files beside it, with numpy 2.4.6 and Python 3 (python3 generate.py). The tests read the files only.

Unless said otherwise an array of shape (5, ...) holds 0, 1, 2, ... in C order, whatever its own order is.
"""

import gzip
import struct

import numpy as np

TYPES = ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]


def counted(shape, dtype="<f8", order="C"):
    values = np.arange(np.prod(shape), dtype="f8").reshape(shape)
    return np.asarray(values.astype(dtype), order=order)


# Every type, byte order and memory order: names such as f8_le_C.
every = {}
for t in TYPES:
    for sign, endian in (("<", "le"), (">", "be")):
        for order in "CF":
            every[f"{t}_{endian}_{order}"] = counted((5, 2, 3), sign + t, order)
for order in "CF":  # 0 where the count is even
    every[f"b1_le_{order}"] = np.asarray(counted((5, 2, 3)) % 2 == 1, order=order)
np.savez_compressed("every-type.npz", **every)

# The largest, smallest and oddest values of a type beside what numpy makes of them as float64.
extremes = {
    "f2": np.array([[0.0, -0.0, 65504, -65504], [2**-24, -(2**-24), 2**-14, 1.0009765625]], "<f2"),
    "f4": np.array([[np.finfo("f4").max, np.finfo("f4").tiny], [1e-45, -0.1]], "<f4"),
    "i8": np.array([[-(2**63), 2**63 - 1], [2**53 + 1, -1]], "<i8"),
    "u8": np.array([[2**64 - 1, 2**63], [2**63 + 1025, 2**53 + 3]], "<u8"),
}
for t in ["i1", "i2", "i4", "u1", "u2", "u4"]:
    extremes[t] = np.array([[np.iinfo(t).min, np.iinfo(t).max]], "<" + t)
np.savez("extremes.npz", **extremes, **{t + "_float64": a.astype("f8") for t, a in extremes.items()})

np.save("c.npy", counted((5, 4)))
np.save("fortran.npy", counted((5, 2, 3, 2), order="F"))
for version in (2, 3):
    with open(f"version{version}.npy", "wb") as f:
        np.lib.format.write_array(f, counted((5, 4)), version=(version, 0))
with gzip.GzipFile("c.npy.gz", "wb", mtime=0) as f:
    np.save(f, counted((5, 4)))
with gzip.GzipFile("fortran.npy.gz", "wb", mtime=0) as f:
    np.save(f, counted((5, 2, 3, 2), order="F"))
np.savez("one.npz", x=counted((5, 4)))
np.savez("two.npz", train=counted((5, 4)), test=counted((5, 3)))

np.save("object.npy", np.array([[1, "a"]], dtype=object), allow_pickle=True)
np.save("structured.npy", np.zeros(3, dtype=[("a", "<f8"), ("b", "<i4")]))
np.save("complex.npy", counted((5, 4), "<c16"))
np.save("text.npy", np.array([["a", "b"]]))
np.save("scalar.npy", np.float64(1))
np.save("vector.npy", counted((5,)))
np.save("no-samples.npy", counted((0, 3)))
np.save("no-columns.npy", counted((3, 0)))

np.savetxt("savetxt.csv", counted((5, 4)), delimiter=",")

for name, code, dtype in [
    ("u1", 0x08, ">u1"),
    ("i1", 0x09, ">i1"),
    ("i2", 0x0B, ">i2"),
    ("i4", 0x0C, ">i4"),
    ("f4", 0x0D, ">f4"),
    ("f8", 0x0E, ">f8"),
]:
    with open(f"{name}.idx", "wb") as f:
        f.write(struct.pack(">BBBBIII", 0, 0, code, 3, 5, 2, 3))
        f.write(counted((5, 2, 3), dtype).tobytes())
with gzip.GzipFile("u1.idx.gz", "wb", mtime=0) as f:
    f.write(open("u1.idx", "rb").read())

# MATLAB, with scipy 1.x: variables of several kinds, and one alone, compressed or not.
try:
    import scipy.io

    kinds = {
        "x": counted((5, 3)),
        "images": counted((5, 2, 3), "<i2"),
        "flags": counted((5, 2)) % 2 == 1,
        "small": counted((5, 4), "u1").astype("f4"),
        "text": "words",
        "cells": np.array([[1, "a"]], dtype=object),
        "complex": counted((5, 2)) * 1j,
        "record": {"a": 1.0},
        "sparse": __import__("scipy.sparse").sparse.csc_matrix(counted((5, 2))),
    }
    scipy.io.savemat("kinds.mat", kinds)
    scipy.io.savemat("kinds-packed.mat", kinds, do_compression=True)
    scipy.io.savemat("one.mat", {"x": counted((5, 3))}, do_compression=True)
except ImportError:
    print("no scipy: the .mat files stay as they are")
