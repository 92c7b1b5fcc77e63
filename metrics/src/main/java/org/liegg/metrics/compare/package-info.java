/** What is compared of an answer, whatever file it is in. */
@NullMarked
package org.liegg.metrics.compare;

import org.jspecify.annotations.NullMarked;
