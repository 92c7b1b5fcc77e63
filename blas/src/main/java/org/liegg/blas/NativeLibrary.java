package org.liegg.blas;

/**
 * A native library that has been loaded. What it computes is not trusted yet: {@link NativeBlas}
 * tests each of its two parts before it hands the part out. Safe for use by many threads.
 */
public interface NativeLibrary {

  /** Name and version. */
  String description();

  /** What decompositions are built on. */
  DenseKernel kernel();

  /** What differentiating a chain of layers is built on. */
  StridedProducts products();
}
