package org.liegg.blas;

/** A library as a test wants it. */
public record GivenLibrary(DenseKernel kernel, StridedProducts products) implements NativeLibrary {

  /** One that works, without anything native. */
  public static GivenLibrary right() {
    return new GivenLibrary(new JavaKernel(), new BrokenProducts(false, false));
  }

  /** The same with another kernel. */
  public GivenLibrary withKernel(DenseKernel other) {
    return new GivenLibrary(other, products);
  }

  /** The same with other products. */
  public GivenLibrary withProducts(StridedProducts other) {
    return new GivenLibrary(kernel, other);
  }

  /** A process that has this library and asks it for everything. */
  public NativeBlas loaded() {
    return new NativeBlas(true, WorthLoading.from(0), () -> this);
  }

  @Override
  public String description() {
    return "given BLAS 1.0";
  }
}
