/**
 * What a decomposition of your own stands on: {@link org.liegg.linalg.spi.StreamingDecomposition}
 * does everything that does not depend on how rows are kept, and {@link
 * org.liegg.linalg.spi.Factor} is what a kind hands over at the end. It is published, and the kinds
 * of this module stand on it too. It uses {@link org.liegg.linalg.defect}, {@link
 * org.liegg.linalg.sums} and what is below them.
 */
@NullMarked
package org.liegg.linalg.spi;

import org.jspecify.annotations.NullMarked;
