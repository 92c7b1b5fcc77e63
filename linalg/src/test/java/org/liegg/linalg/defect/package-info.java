/** The baseline of the defect and its whitening against what is computed in full. */
@NullMarked
package org.liegg.linalg.defect;

import org.jspecify.annotations.NullMarked;
