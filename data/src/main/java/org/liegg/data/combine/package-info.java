/** Data sets that are made of others: side by side, or the first samples of one. */
@NullMarked
package org.liegg.data.combine;

import org.jspecify.annotations.NullMarked;
