/** Kernels, the loader of the native library and its self-test, with broken kernels to find. */
@NullMarked
package org.liegg.blas;

import org.jspecify.annotations.NullMarked;
