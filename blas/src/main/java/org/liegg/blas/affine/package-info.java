/**
 * Products of affine maps with many samples at once, in single and double precision, as
 * differentiating a chain of layers asks for them: in vectorised Java, and by the native library
 * from some amount of work on. The two precisions are one text: a test holds the sources equal but
 * for types and names. It knows nothing of what lies between the maps.
 */
@NullMarked
package org.liegg.blas.affine;

import org.jspecify.annotations.NullMarked;
