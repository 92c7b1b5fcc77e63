package org.liegg.blas;

import org.bytedeco.openblas.global.openblas;

/** OpenBLAS. Making one loads the library. */
final class OpenBlas implements NativeLibrary {

  private static final System.Logger LOG = System.getLogger(OpenBlas.class.getName());

  private final DenseKernel kernel;
  private final StridedProducts products = new OpenBlasProducts();

  /**
   * @throws LinkageError if there is no library for this machine
   */
  OpenBlas() {
    // Initialises the class, and with it the library.
    int threads = openblas.blas_get_num_threads();
    LOG.log(System.Logger.Level.DEBUG, "{0} loaded, threads: {1}", description(), threads);
    kernel = new OpenBlasKernel(description());
  }

  /** As the headers have it that the bindings were made from. */
  @Override
  public String description() {
    return openblas.OPENBLAS_VERSION.strip();
  }

  @Override
  public DenseKernel kernel() {
    return kernel;
  }

  @Override
  public StridedProducts products() {
    return products;
  }
}
