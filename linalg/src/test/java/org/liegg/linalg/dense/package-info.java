/** Products by several threads. */
@NullMarked
package org.liegg.linalg.dense;

import org.jspecify.annotations.NullMarked;
